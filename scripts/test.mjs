// npm test: installs what is missing, then hands over to the Node that was installed.

import { join } from 'node:path'
import { installPackages, root, runNode } from './ready.mjs'

installPackages()
process.exit(runNode([join(root, 'scripts', 'run-tests.mjs'), ...process.argv.slice(2)]))

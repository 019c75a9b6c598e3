// Writes docs/checks.md from the table of checks. A test fails when the two differ.

import { writeFileSync } from 'node:fs'
import { allChecks } from '../src/desk/checks/all-checks.ts'
import { describeChecks } from '../src/desk/checks/describe-checks.ts'

writeFileSync(new URL('../docs/checks.md', import.meta.url), describeChecks(allChecks))

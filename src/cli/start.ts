// Opens the desk.

import { readConfig } from '../config.ts'
import { textOption, type Command } from './command.ts'
import { portOption, readPort } from './options.ts'
import { serveDesk } from './serve-desk.ts'

export const start: Command = {
  name: 'start',
  usage: 'start [--port N]',
  maxWords: 0,
  about: 'Serve the desk at an address for your browser, and watch the feeds until you press Ctrl-C.',
  details: 'The desk answers on this machine only (127.0.0.1).',
  examples: ['dragoman start', 'DRAGOMAN_HOME=/data/desk dragoman start --port 8080'],
  options: portOption,
  run(input, out) {
    const home = textOption(input, 'home')
    const config = readConfig(input.environment, { ...(home !== undefined && { home }), ...readPort(input) })
    return serveDesk(config, input.stop, out, input.options['json'] === true)
  },
}

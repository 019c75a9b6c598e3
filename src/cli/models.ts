// Local neural models: what is there, what is missing, and the library that runs them, installed when somebody asks for it.

import { DeskError } from '../domain/errors.ts'
import { homePlaces } from '../tools.ts'
import { findLibrary, LIBRARY, LIBRARY_VERSION } from '../translate/engines/local/find-library.ts'
import { installLibrary } from '../translate/engines/local/install-library.ts'
import { listModels } from '../translate/engines/local/list-models.ts'
import type { Command } from './command.ts'
import { configOf } from './options.ts'
import type { Output } from './output.ts'

const MEGABYTE = 1024 * 1024

export const models: Command = {
  name: 'models',
  usage: 'models [--install] [--native]',
  maxWords: 0,
  about: 'List the local models that translate on this machine, and install the library that runs them.',
  details: [
    `A model is a folder with config.json, tokenizer.json and onnx/, as opus-mt-ar-en; put it into the folder “models” of the home,`,
    `or into the “folder” of the engine in the settings. Models are not fetched, and nothing is fetched while they translate.`,
    `--install asks npm for ${LIBRARY} ${LIBRARY_VERSION} with a runtime in WebAssembly (about 170 MB);`,
    `with --native it takes the runtime for this machine (about 310 MB), which uses all cores. Neither comes with Dragoman.`,
  ].join('\n'),
  examples: ['dragoman models', 'dragoman models --install'],
  options: {
    install: { type: 'boolean', about: 'Install the library into the folder of the models' },
    native: { type: 'boolean', about: 'With --install: the native runtime, larger and faster' },
  },
  async run(input, out) {
    const config = configOf(input)
    const folder = config.engines.find(({ engine }) => engine === 'local')?.folder ?? homePlaces(config.home).models
    const light = input.options['native'] !== true
    if (input.options['install'] === true && !(await installLibrary(folder, { light })))
      throw new DeskError(
        'network',
        `npm could not install ${LIBRARY} into ${folder} (see above). Check the network and the space on the disk, and run the command again.`,
      )
    const library = findLibrary([folder])
    const list = listModels(folder)
    if (input.options['json'] === true) out.json({ folder, library, models: list })
    else show(out, folder, library, list)
    return 0
  },
}

function show(out: Output, folder: string, library: string | null, list: ReturnType<typeof listModels>): void {
  out.note(`Folder: ${folder}`)
  out.note(library === null ? 'The library is not installed: dragoman models --install' : `Library: ${library}`)
  for (const model of list)
    out.line(
      model.kind === 'found'
        ? `${model.name}  ${Math.ceil(model.bytes / MEGABYTE)} MB  ${model.precision}`
        : `${model.name}  ${model.reason}`,
    )
  if (list.length === 0) out.note('There are no models here yet.')
}

// In: a file or folder of sentences with their language. Out: pairs of language and line.
//
// A `.json` file is `{"af": ["…"], …}`; a `.txt` file has a heading `[af]` above its lines, or its name is the language.

import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'

export type Labelled = { readonly language: string; readonly line: string }

export async function readLabelled(path: string): Promise<Labelled[]> {
  if (!(await stat(path)).isDirectory()) return readFileOf(path)
  const names = (await readdir(path)).filter((name) => /\.(?:json|txt)$/.test(name)).sort()
  return (await Promise.all(names.map((name) => readFileOf(join(path, name))))).flat()
}

async function readFileOf(path: string): Promise<Labelled[]> {
  const text = await readFile(path, 'utf8')
  if (path.endsWith('.json'))
    return Object.entries(JSON.parse(text) as Record<string, string[]>).flatMap(([language, lines]) =>
      lines.map((line) => ({ language, line })),
    )
  let language = basename(path, '.txt')
  return text.split('\n').flatMap((line) => {
    const heading = /^\[([\w-]+)\]$/.exec(line)?.[1]
    if (heading !== undefined) language = heading
    return heading !== undefined || line.trim() === '' ? [] : [{ language, line }]
  })
}

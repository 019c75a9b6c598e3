/**
 * The address of a thread's script beside the module that starts it: TypeScript in a clone,
 * JavaScript in an installed package. Build tools rewrite imports, but not text like this.
 *
 * @param name without an extension, relative to `from`
 * @param from `import.meta.url` of the module that starts the thread
 */
export function threadScript(name: string, from: string): URL {
  return new URL(`${name}${from.endsWith('.ts') ? '.ts' : '.js'}`, from)
}

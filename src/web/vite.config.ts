// In: src/web. Out: dist/web, which the server hands out as it is.
// Nothing is inlined: the pages are served under a policy that allows scripts and faces from our own address only.

import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { listLicences } from './list-licences.ts'

/** The face packages offer two formats; every browser that runs this desk reads the smaller one. */
const onlyWoff2: Plugin = {
  name: 'only-woff2',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('@fontsource') || !id.endsWith('.css')) return null
    return { code: code.replace(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, ''), map: null }
  },
}

/** The desk itself is asked for by a script; said in the page, it is fetched from the beginning all the same. */
const preloadDesk: Plugin = {
  name: 'preload-desk',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle = {} }) {
      const desk = Object.values(bundle).find(
        (file) => file.type === 'chunk' && file.facadeModuleId?.endsWith('/main.tsx'),
      )
      if (desk?.type !== 'chunk') return []
      return [desk.fileName, ...desk.imports].map((path) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', crossorigin: true, href: `/${path}` },
        injectTo: 'head' as const,
      }))
    },
  },
}

const DESK = 'http://127.0.0.1:4670'

// oxlint-disable-next-line import/no-default-export -- vite asks for it
export default defineConfig({
  root: import.meta.dirname,
  plugins: [onlyWoff2, react(), preloadDesk, listLicences],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'baseline-widely-available',
    sourcemap: false,
  },
  // The desk answers only to its own address, so what is passed on says that it comes from there. `/api/*.ts` are our sources.
  server: {
    host: '127.0.0.1',
    port: 4671,
    proxy: { '^/api/(?!.*[.]tsx?)': { target: DESK, changeOrigin: true, headers: { origin: DESK } } },
  },
})

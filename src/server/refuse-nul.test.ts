import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Problem } from './shapes/problem.ts'
import { openTestDesk, sendJson } from './test-desk.ts'

test('the character NUL is refused wherever it stands, and a backslash before u0000 is only text', async () => {
  const desk = await openTestDesk()
  const outlet = { name: 'Zero\0', homepage: 'https://zero.example/', feeds: [] }
  const paths = ['/api/items?language=%00', '/api/search?q=a%00b', '/api/items/%00', '/api/outlets?x=%00']
  for (const asking of [...paths.map((path) => desk.ask(path)), sendJson(desk, 'POST', '/api/outlets', outlet)]) {
    const answer = await asking
    assert.equal(answer.status, 400)
    const { code, detail } = (await answer.json()) as Problem
    assert.equal(code, 'bad-input')
    assert.match(detail, /NUL/)
  }
  assert.equal((await sendJson(desk, 'POST', '/api/outlets', { ...outlet, name: 'Zero \\u0000' })).status, 201)
  assert.deepEqual(desk.logged, [])
  await desk.close()
})

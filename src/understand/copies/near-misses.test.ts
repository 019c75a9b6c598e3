// What looks like a copy and is none: each of these would hide a voice if it were joined.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openMemoryCopies } from '../../store/copies/open-memory-copies.ts'
import { createCopyFinder } from './create-copy-finder.ts'

/** How many groups the texts make, a day apart. */
async function countGroups(texts: readonly string[]): Promise<number> {
  const store = openMemoryCopies()
  const finder = createCopyFinder({ store })
  for (const [day, text] of texts.entries()) {
    const published = { at: Date.UTC(2024, 4, day + 1), precision: 'minute' } as const
    await finder.add({ id: `text ${day}`, title: null, text, language: 'en', published })
  }
  return (await store.listGroups(10)).length
}

const weather = (city: string, noon: number, night: number, day: string, wind: number, rain: number, sea: number) =>
  `The meteorological office of ${city} expects ${noon} degrees at noon and ${night} degrees at night on ${day}. Wind will blow from the sea at ${wind} kilometres an hour. There is a ${rain} per cent chance of rain in the afternoon. The water on the coast stands at ${sea} degrees. Drivers should take care on the mountain roads because of morning fog. The next bulletin will be issued at six in the evening.`

test('the weather of two days is not one report edited, and a report with one figure edited is', async () => {
  const monday = weather('Brackwater', 14, 6, 'Monday', 22, 40, 11)
  assert.equal(await countGroups([monday, weather('Lobaye', 31, 24, 'Tuesday', 9, 70, 27)]), 0)
  assert.equal(await countGroups([monday, weather('Brackwater', 17, 9, 'Thursday', 13, 10, 12)]), 0)
  assert.equal(await countGroups([monday, monday.replace('22 kilometres', '32 kilometres')]), 1)
})

test('a notice under two articles makes no copies of them', async () => {
  const notice =
    'Subscribe to our newsletter and receive the most important stories of the day in your mailbox every morning before breakfast. By signing up you accept our terms of use and our privacy policy, which you can read at any time on our website. You can unsubscribe with one click.'
  const bakers =
    'Bakers in Brackwater have laid down work over the price of flour, which has doubled since the harvest failed in the valleys to the east. Their guild says two hundred ovens will stay cold until the council opens the granary.'
  const bell =
    'A new bell was hoisted into the tower of Saint Orlan on Saturday, forty years after the old one cracked in the frost. It weighs eleven hundred kilos and was cast in a foundry across the strait with money from a lottery.'
  assert.equal(await countGroups([`${bakers}\n${notice}`, `${bell}\n${notice}`]), 0)
})

test('round-ups of the same press releases are not joined in a chain', async () => {
  const releases = [
    'The Lighthouse Foundation announced on Tuesday a grant of 2.5 million for the repair of breakwaters in five northern harbours. Work will begin in April under the direction of engineer Tilda Marrow.',
    'Ferry operator Straitlink reported record figures for the winter season: 318,000 passengers between December and February, nine per cent more than a year earlier, thanks to a new evening sailing.',
    'The university hospital of Lobaye opened its new burns unit with twenty-two beds. Professor Amadou Sesay said the waiting list for skin grafts would be cut to six weeks by autumn.',
  ]
  const [first, second, third] = releases
  assert.equal(await countGroups([`${first}\n${second}`, `${second}\n${third}`, `${third}\n${first}`]), 0)
})

test('the parts of a series share their opening and nothing else', async () => {
  const opening = (part: string) =>
    `This is part ${part} of our series on the salt roads, in which Hela Brandt walks from the coast to the old mines with a mule and a notebook. Read the earlier parts on our site.`
  const one =
    'On the first morning the fog was so thick that the mule refused the bridge, and we waited in a ferryman’s hut while his wife told us how the last caravan had drowned in the year of the comet.'
  const two =
    'Past the third milestone the road forks, and nobody in the village agrees which arm is the older. A schoolmaster showed me a map on vellum, eaten by mice exactly where it mattered, and laughed until he coughed.'
  assert.equal(await countGroups([`${opening('one')} ${one}`, `${opening('two')} ${two}`]), 0)
})

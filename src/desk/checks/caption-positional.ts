import type { Check } from './check.ts'
import { findInProse, passagesIn } from './parts/passages.ts'

const position =
  /(?:\b[\p{L}]{1,30}\s)?\b(?:pictured|shown|seen|depicted)\s(?:below|above|left|right|here)\b|\((?:[\p{L}\s]{0,20}\s)?(?:left|right|below|above|center|centre)\)|\b(?:on|at|to)\sthe\s(?:left|right)\b(?!\sbank)/giu

/** A page is laid out anew on every screen. */
export const captionPositional: Check = {
  id: 'caption-positional',
  group: 'structure',
  severity: 'information',
  looksAt: 'Captions',
  why: 'The caption points at a place on the page, which is elsewhere on another screen.',
  mend: 'Name what is meant instead of where it stands.',
  example: {
    bad: {
      caption: 'A ferry (flag pictured below) leaves the old harbor of Lindholm.',
      image:
        'Image: A ferry (flag pictured below) leaves the old harbor of Lindholm.\nSource: John Doe, https://commons.wikimedia.org/wiki/File:Ferry_in_Lindholm.jpg\nAttribution: CC BY-SA 4.0',
    },
    good: {},
  },
  find: (context) => findInProse(passagesIn(context, 'caption', 'image'), position),
}

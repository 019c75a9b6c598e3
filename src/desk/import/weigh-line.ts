// In: a part of a document and the signals of a line. Out: how well the line fits there (0 = neither way).
// The weights are few and round on purpose: each says one thing that print does, none is fitted to a page.

import type { Part } from './line-part.ts'
import type { Signals } from './read-signals.ts'

const impossible = -40

type Weigh = (line: Signals) => number

const weights: Readonly<Record<Part, Weigh>> = {
  title: (line) =>
    structural(line) +
    line.headline +
    (line.blanksBefore === 0 ? -1 : line.blanksBefore >= 2 ? 1 : 0) -
    (line.opensQuoted && line.closesQuoted ? 4 : 0) -
    unless(line.citation < 4, 8) -
    (line.otherScript ? 2 : 0) -
    (line.alien ? 4 : 0) -
    (line.indexRow ? 10 : 0) -
    (line.chrome ? 4 : 0) -
    (line.addressOnly ? 10 : 0),
  caption: (line) =>
    structural(line) +
    (line.isImageCaption ? 6 : 0) +
    (line.repeats ? 5 : 0) -
    (line.marker ? 8 : 0) -
    (line.opensQuoted && line.closesQuoted ? 4 : 0) -
    (line.length > 400 ? (line.length - 400) / 60 : 0) -
    unless(line.citation < 4, 8) -
    (line.chrome ? 3 : 0),
  quote: (line) =>
    structural(line) +
    (line.opensQuoted && line.closesQuoted ? 5 : line.closesQuoted ? 2 : line.opensQuoted ? 1 : -4) -
    (line.marker ? 8 : 0) -
    (line.length > 600 ? (line.length - 600) / 60 : 0) -
    unless(line.citation < 4, 8) -
    (line.isImageCaption ? 4 : 0),
  summary: (line) => (line.summary ? 10 : impossible),
  body: (line) =>
    structural(line) +
    prose(line) +
    (line.marker ? 5 : 0) +
    (line.endsSentence ? 0.5 : -0.5) -
    (line.opensQuoted && line.closesQuoted && line.length < 600 ? 2 : 0) -
    Math.max(0, line.headline - 3) -
    line.citation -
    (line.bullet ? 2 : 0) -
    (line.chrome ? 4 : 0) -
    (line.isImageCaption ? 6 : 0) -
    (line.repeats ? 3 : 0) -
    (line.otherScript ? 2 : 0) -
    (line.summary ? 8 : 0) -
    (line.addressOnly ? 6 : 0) -
    (line.indexRow ? 4 : 0),
  'sources-heading': (line) => (line.heading === 'sources' ? 10 : impossible),
  'original-title': (line) =>
    structural(line) +
    (line.otherScript
      ? 5
      : line.aboveBracket && line.leftOpen && line.length < 400
        ? 4
        : line.foreign
          ? 3
          : line.isAuthorLine
            ? line.endsWithComma || line.length < 40
              ? 3
              : 0
            : -8) -
    (line.length > 500 ? 6 : 0) -
    (line.marker ? 6 : 0) -
    (line.addressOnly ? 8 : 0) -
    (line.citation > 4 ? 6 : 0),
  citation: (line) =>
    line.note !== null ? impossible : line.citation - 3 - (line.heading === null ? 0 : 10) - (line.marker ? 4 : 0),
  'citation-address': (line) => (line.addressOnly ? 6 : impossible),
  excerpt: (line) =>
    structural(line) +
    prose(line) -
    line.citation -
    (line.marker ? 4 : 0) -
    (line.chrome ? 3 : 0) -
    (line.isImageCaption ? 3 : 0) -
    (line.indexRow ? 3 : 0) -
    (line.addressOnly ? 5 : 0) -
    (line.otherScript ? 2 : 0),
  'notes-heading': (line) => (line.heading === 'notes' ? 10 : impossible),
  note: (line) => (line.note === null ? impossible : 8),
  'note-more': (line) =>
    structural(line) +
    (line.addressOnly ? 5 : line.startsLower ? 2 : 0) -
    (line.blanksBefore >= 2 ? 2 : 0) -
    Math.max(0, line.headline) -
    (line.opensQuoted && line.closesQuoted ? 2 : 0) -
    (line.marker ? 5 : 0) -
    (line.isImageCaption ? 4 : 0) -
    (line.chrome ? 3 : 0) -
    (line.indexRow ? 4 : 0),
  'image-heading': (line) => (line.heading === 'image' ? 10 : impossible),
  image: (line) => (line.imageLabel ? 8 - Math.max(0, line.citation - 2) * 2 : impossible),
  'image-more': (line) => (line.blanksBefore > 0 || line.imageLabel || line.heading !== null ? impossible : 0),
  'index-title': (line) =>
    structural(line) + (line.length < 200 ? 1 : -6) - (line.indexRow ? 10 : 0) - (line.citation > 4 ? 6 : 0),
  'index-row': (line) => (line.indexRow ? 6 : impossible),
  related: (line) => (line.bullet ? 5 : impossible),
  chrome: (line) => (line.chrome ? 5 : structural(line) + (line.alien && line.citation < 3 ? 2 : -7)),
  'left-over': (line) => (line.chrome ? 3 : line.length < 30 && !line.endsSentence ? -3 : -5),
}

/** How well a line fits a part. */
export function weighLine(part: Part, line: Signals): number {
  return weights[part](line)
}

/** Headings and labels are not prose. */
function structural(line: Signals): number {
  return (line.heading === null ? 0 : -12) - (line.note === null ? 0 : 14) - (line.imageLabel ? 8 : 0)
}

/** Analysis and excerpt are prose alike: what tells them apart is what stands between. */
function prose(line: Signals): number {
  return line.length >= 250 ? 3 : line.length >= 100 ? 1.5 : 0
}

function unless(holds: boolean, cost: number): number {
  return holds ? 0 : cost
}

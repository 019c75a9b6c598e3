// The evidence of a visit as the desk shows it.

import type { Capture, CustodyEntry } from '../../domain/capture.ts'
import { choosePageView } from '../preserved-page.ts'
import type { CaptureDetail } from '../shapes/capture.ts'

/** @param custody what happened to this capture, in order */
export function showCapture(capture: Capture, custody: readonly CustodyEntry[]): CaptureDetail {
  return {
    ...capture,
    redirects: capture.redirects.map((hop) => ({ ...hop })),
    headers: capture.headers.map(([name, value]) => [name, value]),
    place: { ...capture.place },
    robotsRule: findRobotsRule(custody),
    view: choosePageView(capture.contentType),
    custody: custody.map((entry) => ({ ...entry, details: { ...entry.details } })),
  }
}

/** The visit's own line in the log says which rule of robots.txt allowed it. */
function findRobotsRule(custody: readonly CustodyEntry[]): string | null {
  const rule = custody.find((entry) => entry.deed === 'capture')?.details['robots']
  return typeof rule === 'string' ? rule : null
}

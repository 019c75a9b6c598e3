// The interface's language on the screen. When another is chosen, its catalogue is fetched and the whole desk is drawn
// anew; what was typed into the address and the places in lists stay.

import { Fragment, useEffect, useState, type ReactNode } from 'react'
import { interfaceDirection, interfaceLanguage, speak, type InterfaceLanguage } from '../text/t.ts'
import { chosenLanguage, useSetting } from './settings.ts'

/** Speaks the language, or English when its catalogue cannot be had, and says so on the document. */
export async function beginToSpeak(language: InterfaceLanguage): Promise<void> {
  await speak(language).catch(() => speak('en'))
  document.documentElement.lang = interfaceLanguage()
  document.documentElement.dir = interfaceDirection()
}

export function Spoken({ children }: { children: ReactNode }) {
  const chosen = useSetting('language')
  const [spoken, setSpoken] = useState(interfaceLanguage)
  useEffect(() => {
    const wanted = chosenLanguage()
    if (wanted === interfaceLanguage()) return
    void beginToSpeak(wanted).then(() => setSpoken(interfaceLanguage()))
  }, [chosen])
  return <Fragment key={spoken}>{children}</Fragment>
}

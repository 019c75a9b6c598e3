import { Button, DropZone, FileTrigger, Text, isFileDropItem } from 'react-aria-components'
import { Icon } from './icon.tsx'
import { t } from '../text/t.ts'

type FileFieldProps = { accept: string; label: string; onFile: (file: File) => void }

/** Choose a file or drop it here. */
export function FileField({ accept, label, onFile }: FileFieldProps) {
  return (
    <DropZone
      className="drop"
      onDrop={(event) => {
        const [item] = event.items.filter(isFileDropItem)
        if (item) void item.getFile().then(onFile)
      }}
    >
      <FileTrigger acceptedFileTypes={accept.split(',')} onSelect={(files) => files?.[0] && onFile(files[0])}>
        <Button className="btn">
          <Icon name="file" />
          {label}
        </Button>
      </FileTrigger>
      <Text slot="label" className="q2">
        {t('file.drop')}
      </Text>
    </DropZone>
  )
}

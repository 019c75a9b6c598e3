import { Button, DropZone, FileTrigger, Text, isFileDropItem } from 'react-aria-components'
import { Icon } from '../parts/icon.tsx'
import { t } from '../text/t.ts'

/** Choose files or drop them here. */
export function FilesField({ label, onFiles }: { label: string; onFiles: (files: readonly File[]) => void }) {
  return (
    <DropZone
      className="drop"
      onDrop={(event) => {
        const items = event.items.filter(isFileDropItem)
        void Promise.all(items.map((item) => item.getFile())).then((files) => files.length > 0 && onFiles(files))
      }}
    >
      <FileTrigger allowsMultiple onSelect={(files) => files && files.length > 0 && onFiles([...files])}>
        <Button className="btn main-act">
          <Icon name="file" />
          {label}
        </Button>
      </FileTrigger>
      <Text slot="label" className="q2">
        {t('import.drop')}
      </Text>
    </DropZone>
  )
}

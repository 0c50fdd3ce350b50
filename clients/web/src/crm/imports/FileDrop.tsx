import { Button, FileButton, Input, Progress, Text } from '@mantine/core';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Imports.module.css';
import { tableFiles } from './table-type.ts';

interface FileDropProps {
  /** From 0 to 1 while one is sent. */
  progress: number | undefined;
  isBusy: boolean;
  failure: string | undefined;
  onFile: (file: File) => void;
}

/** Where a file is dropped, or chosen. */
export function FileDrop({ progress, isBusy, failure, onFile }: FileDropProps) {
  const { t } = useTranslation();
  const [isOver, setOver] = useState(false);
  const again = useRef<() => void>(null);

  function take(file: File | null | undefined) {
    // The same file, once it is mended, is a change again.
    again.current?.();
    if (file && !isBusy) onFile(file);
  }

  function over(event: DragEvent) {
    event.preventDefault();
    setOver(true);
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button does the same without a pointer
    <div
      className={classes.drop}
      data-over={isOver || undefined}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Text>{t('imports.drop')}</Text>
      <FileButton accept={tableFiles} resetRef={again} onChange={take} inputProps={{ 'aria-label': t('imports.file') }}>
        {(props) => (
          <Button {...props} loading={isBusy}>
            {t('imports.choose')}
          </Button>
        )}
      </FileButton>
      <Text size="sm" c="var(--quiet)">
        {t('imports.limits')}
      </Text>
      {progress !== undefined && <Progress w="100%" value={progress * 100} aria-label={t('upload.progress')} />}
      {failure && <Input.Error role="alert">{failure}</Input.Error>}
    </div>
  );
}

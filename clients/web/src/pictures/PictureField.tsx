import { Button, FileButton, Group, Image, Input, Progress, Stack, TextInput } from '@mantine/core';
import { widthsOf } from '@mycelium/schema/pictures';
import { useTranslation } from 'react-i18next';
import { useMay } from '../session/viewer.tsx';
import { pictureTypes, usePictureUpload } from './use-picture-upload.ts';

interface PictureFieldProps {
  /** Where the picture is; empty when there is none. */
  value: string;
  mistake?: string;
  isReadOnly: boolean;
  onChange: (url: string) => void;
}

/** A picture to look at, to upload, to replace and to remove; or its address, when it lies elsewhere. */
export function PictureField({ value, mistake, isReadOnly, onChange }: PictureFieldProps) {
  const { t } = useTranslation();
  const mayUpload = useMay('upload:write') && !isReadOnly;
  const { send, progress, failure } = usePictureUpload();
  const isSending = progress !== undefined;
  const widths = widthsOf(value);

  async function choose(file: File | null) {
    const url = file && (await send(file));
    if (url) onChange(url);
  }

  return (
    <Stack gap="xs">
      <Input.Label component="div">{t('picture.title')}</Input.Label>
      {value && <Image src={value} srcSet={widths} sizes="20rem" alt={t('picture.preview')} w={320} radius="sm" />}
      {mayUpload && (
        <Group gap="sm">
          <FileButton accept={pictureTypes} onChange={choose} inputProps={{ 'aria-label': t('picture.file') }}>
            {(props) => (
              <Button {...props} variant="default" loading={isSending}>
                {t(value ? 'picture.replace' : 'picture.choose')}
              </Button>
            )}
          </FileButton>
          {value && (
            <Button variant="default" disabled={isSending} onClick={() => onChange('')}>
              {t('picture.remove')}
            </Button>
          )}
        </Group>
      )}
      {isSending && <Progress value={progress * 100} aria-label={t('upload.progress')} />}
      {failure && <Input.Error role="alert">{failure}</Input.Error>}
      {widths ? (
        mistake && <Input.Error>{mistake}</Input.Error>
      ) : (
        <TextInput
          type="url"
          label={t('picture.address')}
          value={value}
          readOnly={isReadOnly}
          error={mistake}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Stack>
  );
}

import { useTranslation } from 'react-i18next';
import { useUpload } from '../../uploads/use-upload.ts';
import { tableTypeOf } from './table-type.ts';

const MOST_BYTES = 64 * 1024 * 1024;

/** Uploads a table; `send` answers the id by which it is imported. */
export function useTableUpload() {
  const { t } = useTranslation();
  const { send, ...upload } = useUpload({
    purpose: 'TABLE',
    check: (file) => {
      const type = tableTypeOf(file);
      if (!type) return { failed: t('refusal.NOT_TEXT') };
      if (file.size === 0) return { failed: t('refusal.EMPTY_FILE') };
      return file.size > MOST_BYTES ? { failed: t('imports.tooLarge') } : { type };
    },
  });
  return {
    ...upload,
    send: async (file: File) => {
      const sent = await send(file);
      return sent && 'id' in sent ? sent.id : undefined;
    },
  };
}

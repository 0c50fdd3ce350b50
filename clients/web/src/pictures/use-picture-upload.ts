import { useTranslation } from 'react-i18next';
import { useUpload } from '../uploads/use-upload.ts';

/** What a picture may be; a browser makes one of these of what a phone's camera has. */
export const pictureTypes = 'image/jpeg,image/png,image/webp,image/gif,image/avif';

const MOST_BYTES = 20_000_000;

/** Uploads one picture after the other; `send` answers the address at which it is shown. */
export function usePictureUpload() {
  const { t } = useTranslation();
  const { send, ...upload } = useUpload({
    purpose: 'PICTURE',
    check: ({ type, size }) => {
      if (!pictureTypes.split(',').includes(type)) return { failed: t('refusal.WRONG_TYPE') };
      return size > MOST_BYTES ? { failed: t('picture.tooLarge') } : { type };
    },
  });
  return {
    ...upload,
    send: async (file: File) => {
      const sent = await send(file);
      return sent && 'url' in sent ? sent.url : undefined;
    },
  };
}

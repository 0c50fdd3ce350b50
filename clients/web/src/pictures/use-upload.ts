import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/gql.ts';
import { useWrite } from '../graph/use-write.ts';
import { troubleText, troubleTitle } from '../look/trouble-text.ts';
import { refusalText } from '../words/refusal-text.ts';
import { sendFile } from './send-file.ts';

const CreateUploadDocument = graphql(`
  mutation CreateUpload($purpose: UploadPurpose!, $name: String!, $type: String!, $bytes: Int!) {
    createUpload(purpose: $purpose, name: $name, type: $type, bytes: $bytes) {
      id
      url
    }
  }
`);

/** What a picture may be; a browser makes one of these of what a phone's camera has. */
export const pictureTypes = 'image/jpeg,image/png,image/webp,image/gif,image/avif';

const MOST_BYTES = 20_000_000;

/** Uploads one picture after the other: how far it is, and what went wrong with the last one. */
export function useUpload() {
  const { t } = useTranslation();
  const [progress, setProgress] = useState<number>();
  const [failure, setFailure] = useState<string>();
  const { write: createUpload } = useWrite(CreateUploadDocument, (problem) =>
    setFailure(troubleText(problem) ?? troubleTitle(problem)),
  );

  /** The address at which the picture is shown, or why there is none, where that is not said already. */
  async function upload(file: File): Promise<{ url: string } | { failed?: string }> {
    if (!pictureTypes.split(',').includes(file.type)) return { failed: t('refusal.WRONG_TYPE') };
    if (file.size > MOST_BYTES) return { failed: t('picture.tooLarge') };
    const { name, type, size: bytes } = file;
    const created = await createUpload({ purpose: 'PICTURE', name, type, bytes });
    if (!created) return {};
    const sent = await sendFile(created.createUpload.url, file, setProgress);
    if ('url' in sent) return sent;
    const { reason } = sent;
    return {
      failed: refusalText({ code: 'BAD_USER_INPUT', message: '', path: [], facts: {}, reason }) ?? t('picture.failed'),
    };
  }

  async function send(file: File): Promise<string | undefined> {
    setFailure(undefined);
    setProgress(0);
    const sent = await upload(file);
    setProgress(undefined);
    if ('url' in sent) return sent.url;
    if (sent.failed) setFailure(sent.failed);
    return undefined;
  }

  return { send, progress, failure };
}

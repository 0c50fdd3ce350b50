import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/gql.ts';
import type { UploadPurpose } from '../generated/graphql.ts';
import { useWrite } from '../graph/use-write.ts';
import { troubleText, troubleTitle } from '../look/trouble-text.ts';
import { refusalText } from '../words/refusal-text.ts';
import { type Sent, sendFile } from './send-file.ts';

const CreateUploadDocument = graphql(`
  mutation CreateUpload($purpose: UploadPurpose!, $name: String!, $type: String!, $bytes: Int!) {
    createUpload(purpose: $purpose, name: $name, type: $type, bytes: $bytes) {
      id
      url
    }
  }
`);

/** What is uploaded: for what, and why a file is none of it, which is said before anything is sent. */
interface Wanted {
  purpose: UploadPurpose;
  /** Its media type, or in words why it cannot be one. */
  check: (file: File) => { type: string } | { failed: string };
}

type Answer = Exclude<Sent, { reason?: string }>;

/** Uploads one file after the other: how far it is, and what went wrong with the last one. */
export function useUpload({ purpose, check }: Wanted) {
  const { t } = useTranslation();
  const [progress, setProgress] = useState<number>();
  const [failure, setFailure] = useState<string>();
  const { write: createUpload } = useWrite(CreateUploadDocument, (problem) =>
    setFailure(troubleText(problem) ?? troubleTitle(problem)),
  );

  /** What the server answers, or why it has none, where that is not said already. */
  async function upload(file: File): Promise<Answer | { failed?: string }> {
    const checked = check(file);
    if ('failed' in checked) return checked;
    const { type } = checked;
    const created = await createUpload({ purpose, name: file.name, type, bytes: file.size });
    if (!created) return {};
    const sent = await sendFile(created.createUpload.url, { file, type }, setProgress);
    if ('url' in sent || 'id' in sent) return sent;
    const { reason } = sent;
    return {
      failed: refusalText({ code: 'BAD_USER_INPUT', message: '', path: [], facts: {}, reason }) ?? t('upload.failed'),
    };
  }

  async function send(file: File): Promise<Answer | undefined> {
    setFailure(undefined);
    setProgress(0);
    const sent = await upload(file);
    setProgress(undefined);
    if ('url' in sent || 'id' in sent) return sent;
    if ('failed' in sent && sent.failed) setFailure(sent.failed);
    return undefined;
  }

  return { send, progress, failure };
}

/** How an upload ended: what the server answers, or why not, as a code where it says one. */
export type Sent = { url: string } | { id: string } | { reason?: string };

/** Sends a file to an address of `createUpload`, and says how much of it is there, from 0 to 1. */
export function sendFile(
  address: string,
  { file, type }: { file: File; type: string },
  onProgress: (share: number) => void,
): Promise<Sent> {
  // fetch says nothing of what was sent.
  const request = new XMLHttpRequest();
  const { promise, resolve } = Promise.withResolvers<Sent>();
  request.open('PUT', address);
  request.setRequestHeader('content-type', type);
  request.responseType = 'json';
  request.upload.onprogress = ({ loaded, total }) => onProgress(loaded / total);
  request.onload = () => resolve(readAnswer(request.response));
  request.onerror = () => resolve({});
  request.send(file);
  return promise;
}

interface Answer {
  url?: string;
  id?: string;
  errors?: { extensions?: { reason?: string } }[];
}

function readAnswer(answer: Answer | null): Sent {
  if (answer?.url) return { url: answer.url };
  if (answer?.id) return { id: answer.id };
  return { reason: answer?.errors?.[0]?.extensions?.reason };
}

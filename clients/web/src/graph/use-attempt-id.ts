import { useRef } from 'react';

/**
 * The id under which something is written that the client names: the same for the same content, so that what is sent twice, since its
 * answer was lost, is done once; another one for other content.
 */
export function useAttemptId(newId: () => string): (content: unknown) => string {
  const last = useRef({ content: '', id: '' });
  return (content) => {
    const text = JSON.stringify(content);
    if (last.current.content !== text) last.current = { content: text, id: newId() };
    return last.current.id;
  };
}

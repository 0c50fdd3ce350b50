import { useMay } from '../../session/viewer.tsx';

/** Whether somebody can both send a file and have it imported. */
export function useMayImport(): boolean {
  const mayWrite = useMay('crm:write');
  const mayUpload = useMay('upload:write');
  return mayWrite && mayUpload;
}

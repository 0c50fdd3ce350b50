/** What an upload is for; its limits follow from that. */
export enum UploadPurpose {
  PICTURE = 'PICTURE',
}

interface Bounds {
  /** Bytes. */
  most: number;
  types: readonly string[];
}

export const boundsOf: Readonly<Record<UploadPurpose, Bounds>> = {
  PICTURE: { most: 20_000_000, types: ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'] },
};

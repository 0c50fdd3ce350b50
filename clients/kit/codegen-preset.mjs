import { addTypenameSelectionDocumentTransform, preset as clientPreset } from '@graphql-codegen/client-preset';

const documentTransforms = [{ name: 'typename', transformObject: addTypenameSelectionDocumentTransform }];

/** The client preset with `__typename` everywhere, as what is asked has it (`src/build/client-documents.ts`). */
export const preset = {
  ...clientPreset,
  buildGeneratesSection: (options) => clientPreset.buildGeneratesSection({ ...options, documentTransforms }),
};

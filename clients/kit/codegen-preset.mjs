import { readFile } from 'node:fs/promises';
import { addTypenameSelectionDocumentTransform, preset as clientPreset } from '@graphql-codegen/client-preset';

const documentTransforms = [{ name: 'typename', transformObject: addTypenameSelectionDocumentTransform }];

/**
 * The client preset with `__typename` everywhere (graphcache needs it), and with its manifest where the gateway looks for it.
 * A manifest only grows: clients of yesterday still ask.
 */
export const preset = {
  ...clientPreset,
  async buildGeneratesSection(options) {
    const { manifest } = options.presetConfig;
    const files = await clientPreset.buildGeneratesSection({ ...options, documentTransforms });
    return files.map((file) => (file.filename.endsWith('persisted-documents.json') ? growing(file, manifest) : file));
  },
};

function growing(file, manifest) {
  const [[name, { plugin }]] = Object.entries(file.pluginMap);
  return {
    ...file,
    filename: manifest,
    pluginMap: {
      [name]: {
        async plugin(...given) {
          const { content } = await plugin(...given);
          const documents = { ...(await read(manifest)), ...JSON.parse(content) };
          return { content: JSON.stringify(documents, Object.keys(documents).sort(), 2) };
        },
      },
    },
  };
}

async function read(manifest) {
  try {
    return JSON.parse(await readFile(manifest, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return {};
    throw error;
  }
}

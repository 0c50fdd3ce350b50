import { cacheRules } from '../../graph/cache-rules.ts';
import { newsOf } from './import-news.ts';

export const rules = cacheRules({
  lists: ['Tenant.imports'],
  views: ['Import.plan', 'Import.refusals', 'Import.warnings', 'Import.columns'],
  things: { import: 'Import' },
  on: {
    planImport: 'imports',
    // While one is read or written its rows change with each batch: they are asked for again when that is over.
    importChanged: (change) =>
      newsOf(change).isAtWork ? 'imports' : ['imports', 'plan', 'refusals', 'warnings', 'columns'],
  },
});

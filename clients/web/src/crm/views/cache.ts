import { cacheRules } from '../../graph/cache-rules.ts';

export const rules = cacheRules({
  views: ['Tenant.crmViews'],
  on: {
    createView: 'crmViews',
    updateView: 'crmViews',
    removeView: 'crmViews',
    restoreView: 'crmViews',
    viewChanged: 'crmViews',
  },
});

import { cacheRules } from '../../graph/cache-rules.ts';

const ofOpportunities = ['opportunities', 'forecast', 'totals'] as const;
/** What writes a pipeline answers the totals of its stages by itself. */
const ofPipeline = ['pipelines', 'opportunities', 'forecast'] as const;
const ofPipelines = [...ofPipeline, 'totals'] as const;

export const rules = cacheRules({
  views: ['Tenant.opportunities', 'Tenant.forecast', 'Tenant.pipelines', 'PipelineStage.totals'],
  things: { opportunity: 'Opportunity', pipeline: 'Pipeline' },
  on: {
    createOpportunity: ofOpportunities,
    updateOpportunity: ofOpportunities,
    moveOpportunity: ofOpportunities,
    removeOpportunity: ofOpportunities,
    restoreOpportunity: ofOpportunities,
    opportunityChanged: ofOpportunities,
    createPipeline: ofPipeline,
    updatePipeline: ofPipeline,
    removePipeline: ofPipelines,
    restorePipeline: ofPipeline,
    pipelineChanged: ofPipelines,
    mergeContacts: 'opportunities',
    undoMerge: 'opportunities',
  },
  optimistic: {
    // A card stands where it was dropped while that is on its way; ranks are whole numbers, so half of one is right below.
    moveOpportunity: ({ id, input }, cache) => {
      const { stageId, below } = input as { stageId: string; below?: string | null };
      const above = below ? Number(cache.resolve({ __typename: 'Opportunity', id: below }, 'rank')) : -Infinity;
      return {
        ...{ __typename: 'Opportunity', id: String(id), rank: above + 0.5 },
        stage: { __typename: 'PipelineStage', id: stageId },
      };
    },
  },
});

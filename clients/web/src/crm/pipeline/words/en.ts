export const done = {
  createPipeline: 'Created a pipeline',
  updatePipeline: 'Changed a pipeline',
  removePipeline: 'Removed a pipeline',
  restorePipeline: 'Restored a pipeline',
  createOpportunity: 'Created an opportunity',
  updateOpportunity: 'Changed an opportunity',
  moveOpportunity: 'Moved an opportunity',
  removeOpportunity: 'Removed an opportunity',
  restoreOpportunity: 'Restored an opportunity',
} as const;

export const told = {
  noun: {
    Opportunity: 'Opportunity',
    Pipeline: 'Pipeline',
    PipelineStage: 'Pipeline stage',
  },
  field: {
    Opportunity: {
      side: 'book',
      title: 'title',
      amount: 'amount',
      currency: 'currency',
      expectedClose: 'expected close',
      ownerId: 'owner',
      tags: 'tags',
      closedAt: 'closed',
      reason: 'reason',
    },
    Pipeline: { side: 'book', name: 'name' },
    PipelineStage: { side: 'book', name: 'name', kind: 'meaning', probability: 'probability' },
  },
  sentence: {
    Opportunity: {
      CREATED: '{{who}} created the opportunity {{name}}',
      closedAt: '{{who}} closed the opportunity {{name}}',
      closedAt_none: '{{who}} opened the opportunity {{name}} again',
      removedAt: '{{who}} removed the opportunity {{name}}',
      removedAt_none: '{{who}} restored the opportunity {{name}}',
      ownerId: '{{who}} gave the opportunity {{name}} another owner',
    },
    Pipeline: {
      CREATED: '{{who}} created the pipeline {{name}}',
      removedAt: '{{who}} removed the pipeline {{name}}',
      removedAt_none: '{{who}} restored the pipeline {{name}}',
    },
    PipelineStage: {
      CREATED: '{{who}} added the stage {{name}}',
      REMOVED: '{{who}} removed the stage {{name}}',
    },
  },
} as const;

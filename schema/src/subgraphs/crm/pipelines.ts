import { z } from 'zod';
import { eventType } from '../../event-type.ts';

const pipeline = z.object({ pipelineId: z.uuid() });

export const pipelineCreated = eventType({
  name: 'pipeline.created',
  description: 'A pipeline was created, or restored.',
  source: 'crm',
  targets: [],
  payload: pipeline,
});

export const pipelineUpdated = eventType({
  name: 'pipeline.updated',
  description: 'A pipeline or its stages were changed.',
  source: 'crm',
  targets: [],
  payload: pipeline,
});

export const pipelineRemoved = eventType({
  name: 'pipeline.removed',
  description: 'A pipeline was removed; it can be restored.',
  source: 'crm',
  targets: [],
  payload: pipeline,
});

const opportunity = z.object({ opportunityId: z.uuid() });

export const opportunityCreated = eventType({
  name: 'opportunity.created',
  description: 'An opportunity was created, or restored.',
  source: 'crm',
  targets: [],
  payload: opportunity,
});

export const opportunityUpdated = eventType({
  name: 'opportunity.updated',
  description: 'An opportunity was changed.',
  source: 'crm',
  targets: [],
  payload: opportunity,
});

export const opportunityMoved = eventType({
  name: 'opportunity.moved',
  description: 'An opportunity came to another stage, or to another place in its stage.',
  source: 'crm',
  targets: [],
  payload: opportunity,
});

export const opportunityRemoved = eventType({
  name: 'opportunity.removed',
  description: 'An opportunity was removed; it can be restored.',
  source: 'crm',
  targets: [],
  payload: opportunity,
});

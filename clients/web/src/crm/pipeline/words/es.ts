import type { Texts } from '../../../words/texts.ts';
import type { done as doneHere, told as toldHere } from './en.ts';

export const done: Texts<typeof doneHere> = {
  createPipeline: 'Creó un embudo',
  updatePipeline: 'Cambió un embudo',
  removePipeline: 'Eliminó un embudo',
  restorePipeline: 'Restauró un embudo',
  createOpportunity: 'Creó una oportunidad',
  updateOpportunity: 'Cambió una oportunidad',
  moveOpportunity: 'Movió una oportunidad',
  removeOpportunity: 'Eliminó una oportunidad',
  restoreOpportunity: 'Restauró una oportunidad',
};

export const told: Texts<typeof toldHere> = {
  noun: {
    Opportunity: 'Oportunidad',
    Pipeline: 'Embudo',
    PipelineStage: 'Etapa del embudo',
  },
  field: {
    Opportunity: {
      side: 'libro',
      title: 'título',
      amount: 'importe',
      currency: 'moneda',
      expectedClose: 'cierre previsto',
      ownerId: 'responsable',
      tags: 'etiquetas',
      closedAt: 'cerrada',
      reason: 'motivo',
    },
    Pipeline: { side: 'libro', name: 'nombre' },
    PipelineStage: { side: 'libro', name: 'nombre', kind: 'significado', probability: 'probabilidad' },
  },
  sentence: {
    Opportunity: {
      CREATED: '{{who}} creó la oportunidad {{name}}',
      closedAt: '{{who}} cerró la oportunidad {{name}}',
      closedAt_none: '{{who}} volvió a abrir la oportunidad {{name}}',
      removedAt: '{{who}} eliminó la oportunidad {{name}}',
      removedAt_none: '{{who}} restauró la oportunidad {{name}}',
      ownerId: '{{who}} cambió de responsable la oportunidad {{name}}',
    },
    Pipeline: {
      CREATED: '{{who}} creó el embudo {{name}}',
      removedAt: '{{who}} eliminó el embudo {{name}}',
      removedAt_none: '{{who}} restauró el embudo {{name}}',
    },
    PipelineStage: {
      CREATED: '{{who}} agregó la etapa {{name}}',
      REMOVED: '{{who}} eliminó la etapa {{name}}',
    },
  },
};

import type { Texts } from '../../../words/texts.ts';
import type { done as doneHere, told as toldHere } from './en.ts';

export const done: Texts<typeof doneHere> = {
  createPipeline: 'Satış hunisi oluşturdu',
  updatePipeline: 'Satış hunisini değiştirdi',
  removePipeline: 'Satış hunisini sildi',
  restorePipeline: 'Satış hunisini geri getirdi',
  createOpportunity: 'Fırsat oluşturdu',
  updateOpportunity: 'Fırsatı değiştirdi',
  moveOpportunity: 'Fırsatı taşıdı',
  removeOpportunity: 'Fırsatı sildi',
  restoreOpportunity: 'Fırsatı geri getirdi',
};

export const told: Texts<typeof toldHere> = {
  noun: {
    Opportunity: 'Fırsat',
    Pipeline: 'Satış hunisi',
    PipelineStage: 'Huni aşaması',
  },
  field: {
    Opportunity: {
      side: 'defter',
      title: 'başlık',
      amount: 'tutar',
      currency: 'para birimi',
      expectedClose: 'beklenen kapanış',
      ownerId: 'sorumlu',
      tags: 'etiketler',
      closedAt: 'kapanış',
      reason: 'neden',
    },
    Pipeline: { side: 'defter', name: 'ad' },
    PipelineStage: { side: 'defter', name: 'ad', kind: 'anlam', probability: 'olasılık' },
  },
  sentence: {
    Opportunity: {
      CREATED: '{{who}}, {{name}} fırsatını oluşturdu',
      closedAt: '{{who}}, {{name}} fırsatını kapattı',
      closedAt_none: '{{who}}, {{name}} fırsatını yeniden açtı',
      removedAt: '{{who}}, {{name}} fırsatını sildi',
      removedAt_none: '{{who}}, {{name}} fırsatını geri getirdi',
      ownerId: '{{who}}, {{name}} fırsatının sorumlusunu değiştirdi',
    },
    Pipeline: {
      CREATED: '{{who}}, {{name}} satış hunisini oluşturdu',
      removedAt: '{{who}}, {{name}} satış hunisini sildi',
      removedAt_none: '{{who}}, {{name}} satış hunisini geri getirdi',
    },
    PipelineStage: {
      CREATED: '{{who}}, {{name}} aşamasını ekledi',
      REMOVED: '{{who}}, {{name}} aşamasını sildi',
    },
  },
};

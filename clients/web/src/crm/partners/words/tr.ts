import type { Texts } from '../../../words/texts.ts';
import type { done as doneHere, told as toldHere } from './en.ts';

export const done: Texts<typeof doneHere> = {
  registerPartner: 'İş ortağı kaydetti',
  updatePartner: 'İş ortağını değiştirdi',
  removePartner: 'İş ortağını sildi',
  restorePartner: 'İş ortağını geri getirdi',
  setCommission: 'Komisyon belirledi',
  completeReferral: 'Yönlendirme ödemesi yaptı',
  processCommission: 'Komisyon kaydetti',
};

export const told: Texts<typeof toldHere> = {
  noun: {
    Partner: 'İş ortağı',
  },
  field: {
    Partner: { side: 'defter', status: 'durum', affiliateAccountId: 'satış ortağı hesabı', registeredAt: 'kayıt' },
  },
  sentence: {
    Partner: {
      CREATED: '{{who}} bir iş ortağı kaydetti',
      removedAt: '{{who}} bir iş ortağını sildi',
      removedAt_none: '{{who}} bir iş ortağını geri getirdi',
    },
  },
};

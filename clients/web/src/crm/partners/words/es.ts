import type { Texts } from '../../../words/texts.ts';
import type { done as doneHere, told as toldHere } from './en.ts';

export const done: Texts<typeof doneHere> = {
  registerPartner: 'Registró un socio',
  updatePartner: 'Cambió un socio',
  removePartner: 'Eliminó un socio',
  restorePartner: 'Restauró un socio',
  setCommission: 'Fijó una comisión',
  completeReferral: 'Pagó una recomendación',
  processCommission: 'Registró una comisión',
};

export const told: Texts<typeof toldHere> = {
  noun: {
    Partner: 'Socio',
  },
  field: {
    Partner: { side: 'libro', status: 'estado', affiliateAccountId: 'cuenta de afiliado', registeredAt: 'registro' },
  },
  sentence: {
    Partner: {
      CREATED: '{{who}} registró un socio',
      removedAt: '{{who}} eliminó un socio',
      removedAt_none: '{{who}} restauró un socio',
    },
  },
};

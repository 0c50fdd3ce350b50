import type { Texts } from '../../../words/texts.ts';
import type { done as doneHere, words as here, told as toldHere } from './en.ts';

export const words: Texts<typeof here> = {
  new: 'Socio nuevo',
  register: 'Registrar',
  saved: '{{name}} ya es socio.',
  who: 'Quién será socio',
  whoIs: { here: 'Un contacto', new: 'Alguien nuevo' },
  contact: 'Contacto',
  contactHint: 'Escribe parte del nombre, un correo o los últimos cuatro dígitos de un teléfono.',
  contactMissing: 'Elige un contacto.',
  toPartner: 'Ver este socio',
  make: { ACTIVE: 'Reanudar', PAUSED: 'Pausar' },
  is: { ACTIVE: 'Activo otra vez: {{name}}.', PAUSED: 'En pausa: {{name}}.' },
  status: 'Estado',
  statuses: { ACTIVE: 'Activo', PAUSED: 'En pausa' },
  all: 'Todos',
  rate: 'Comisión',
  noRate: 'Sin definir',
  rateField: 'Comisión en porcentaje',
  rateSaid: 'Se envió a afiliados. Aparece aquí en cuanto se confirme.',
  noNumber: 'Escribe un número de 0 a 100.',
  account: 'Cuenta de afiliado',
  accountWaits: 'Esperando a afiliados',
  registered: 'Registro',
  paidOut: 'Pagado en total',
  nothingPaid: 'Nada todavía',
  ledger: 'Pagos',
  payout: { REFERRAL: 'Recomendación', COMMISSION: 'Comisión' },
  event: 'Evento',
  do: { rate: 'Fijar comisión', referral: 'Pagar una recomendación', commission: 'Registrar una comisión' },
  amount: 'Importe en {{currency}}',
  amountHint: 'Una línea de los pagos no se puede cambiar.',
  paid: {
    referral: 'Se pagaron {{sum}} a {{name}} por una recomendación.',
    commission: 'Se registró una comisión de {{sum}} para {{name}}.',
  },
  mistake: {
    empty: 'Escribe un importe.',
    notANumber: 'Escribe solo un número, como 1234.50.',
    negative: 'El importe debe ser mayor que cero.',
    tooManyDigits: 'Demasiados decimales. Escribe los miles sin separador.',
    tooLarge: 'Este importe es demasiado grande.',
  },
  find: 'Buscar un socio',
  remove: 'Eliminar',
  removed: '{{name}} ya no es socio.',
  emptyTitle: 'Todavía no hay socios',
  emptyText: 'Registra a quien te trae clientes: afiliados le abre una cuenta, y lo que se le paga se suma aquí.',
  nothingFoundTitle: 'No se encontró ningún socio',
  nothingFoundText: 'Prueba con parte del nombre, o muestra todos.',
  goneTitle: 'No se encontró el socio',
  goneText: 'Se eliminó, o la dirección no es correcta.',
  begin: 'Hacer socio',
};

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

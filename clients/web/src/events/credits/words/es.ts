import type { Texts } from '../../../words/texts.ts';
import type { done as doneHere, words as here } from './en.ts';

type Here = Texts<typeof here>;

const credits: Here['credits'] = {
  about: 'Lo que las aplicaciones de la suite pueden gastar. A cada una se le avisa lo que recibe y lo que pierde.',
  allocate: 'Asignar créditos',
  take: 'Quitar créditos',
  allocateNow: 'Asignar',
  takeNow: 'Quitar',
  emptyTitle: 'Aún no hay créditos',
  noneOf: 'Sin créditos para {{application}}',
  emptyText: 'Asigna algunos a una aplicación: se le avisa, y su respuesta aparece junto al movimiento.',
  ownAccount: 'La aplicación entera',
  account: 'Cuenta',
  balance: 'Saldo',
  application: 'Aplicación',
  entity: 'Entidad',
  entityHint: 'Una sucursal o una persona de la aplicación; déjalo vacío para la aplicación entera',
  amount: 'Cantidad',
  noAmount: 'Escribe un número entero entre 1 y mil millones, solo cifras.',
  notEnough_zero: 'No hay créditos; escribiste {{amount}}.',
  notEnough_one: 'Hay {{balance}} crédito; escribiste {{amount}}.',
  notEnough_other: 'Hay {{balance}} créditos; escribiste {{amount}}.',
  purpose: 'Para qué',
  purposeHint: 'Por ejemplo employee_benefits',
  isWritten_zero: '{{application}} ya no tiene créditos.',
  isWritten_one: '{{application}} tiene ahora {{balance}} crédito.',
  isWritten_other: '{{application}} tiene ahora {{balance}} créditos.',
  wasWritten:
    'Esto ya se registró, con lo que decía entonces el formulario. Revisa la cuenta; para más, descarta lo que hay aquí.',
  ledger: 'Movimientos',
  after: 'saldo {{balance}}',
  notKept: 'Terminó, ya no se guarda',
  goneTitle: 'No se encontró la cuenta',
  goneText: 'Nunca se le asignó nada, o la dirección no es correcta.',
};

export const words = { credits } satisfies Here;

/** What somebody did, by the name of the action in the log. */
export const done: Texts<typeof doneHere> = {
  allocateCredits: 'Asignó créditos',
  consumeCredits: 'Quitó créditos',
};

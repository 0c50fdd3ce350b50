import type { Texts } from '../../../words/texts.ts';
import type { done as doneHere, words as here } from './en.ts';

type Here = Texts<typeof here>;

const credits: Here['credits'] = {
  about: 'Lo que las aplicaciones de la suite pueden gastar. A cada una se le cuenta lo que recibe y lo que pierde.',
  allocate: 'Asignar créditos',
  take: 'Quitar créditos',
  allocateNow: 'Asignar',
  takeNow: 'Quitar',
  emptyTitle: 'Aún no hay créditos',
  noneOf: 'Sin créditos para {{application}}',
  emptyText: 'Asigna algunos a una aplicación: se le cuenta, y su respuesta queda junto a la línea.',
  ownAccount: 'La aplicación entera',
  account: 'Cuenta',
  balance: 'Saldo',
  application: 'Aplicación',
  entity: 'Entidad',
  entityHint: 'Una sucursal o una persona de la aplicación; vacío para la aplicación entera',
  amount: 'Cantidad',
  noAmount: 'Escribe un número entero, de 1 a 1000000000, sin separadores.',
  notEnough_zero: 'No hay créditos, y se piden {{amount}}.',
  notEnough_one: 'Hay {{balance}} crédito, y no {{amount}}.',
  notEnough_other: 'Hay {{balance}} créditos, y no {{amount}}.',
  purpose: 'Para qué',
  purposeHint: 'Por ejemplo employee_benefits',
  isWritten: '{{application}} tiene ahora {{balance}} créditos.',
  wasWritten:
    'Esto ya se escribió, con lo que decía entonces el formulario. Mira la cuenta; para más, descarta lo que hay aquí.',
  ledger: 'Libro de la cuenta',
  after: 'quedan {{balance}}',
  notKept: 'Terminó, ya no se guarda',
  goneTitle: 'No existe esa cuenta',
  goneText: 'Nunca se le asignó nada, o la dirección está equivocada.',
};

export const words = { credits } satisfies Here;

/** What somebody did, by the name of the action in the log. */
export const done: Texts<typeof doneHere> = {
  allocateCredits: 'Asignó créditos',
  consumeCredits: 'Consumió créditos',
};

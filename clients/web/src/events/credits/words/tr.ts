import type { Texts } from '../../../words/texts.ts';
import type { done as doneHere, words as here } from './en.ts';

type Here = Texts<typeof here>;

const credits: Here['credits'] = {
  about: 'Paketin uygulamalarının harcayabilecekleri. Her birine ne aldığı ve ne kaybettiği bildirilir.',
  allocate: 'Kredi ayır',
  take: 'Kredi düş',
  allocateNow: 'Ayır',
  takeNow: 'Düş',
  emptyTitle: 'Henüz kredi yok',
  noneOf: '{{application}} için kredi yok',
  emptyText: 'Bir uygulamaya kredi ayırın: ona bildirilir, yanıtı da satırın yanında durur.',
  ownAccount: 'Uygulamanın tamamı',
  account: 'Hesap',
  balance: 'Bakiye',
  application: 'Uygulama',
  entity: 'Birim',
  entityHint: 'Uygulamanın bir şubesi ya da kişisi; uygulamanın tamamı için boş bırakın',
  amount: 'Miktar',
  noAmount: '1 ile 1000000000 arasında, ayırıcısız bir tam sayı yazın.',
  notEnough_zero: 'Hiç kredi yok, {{amount}} istendi.',
  notEnough_one: '{{balance}} kredi var, {{amount}} değil.',
  notEnough_other: '{{balance}} kredi var, {{amount}} değil.',
  purpose: 'Ne için',
  purposeHint: 'Örneğin employee_benefits',
  isWritten: '{{application}} uygulamasının şimdi {{balance}} kredisi var.',
  wasWritten:
    'Bu, formda o an yazanlarla zaten kaydedildi. Hesaba bakın; yenisi için buradaki değişikliklerden vazgeçin.',
  ledger: 'Hesap defteri',
  after: 'sonra {{balance}}',
  notKept: 'Bitti, artık saklanmıyor',
  goneTitle: 'Böyle bir hesap yok',
  goneText: 'Ona hiç kredi ayrılmadı ya da adres yanlış.',
};

export const words = { credits } satisfies Here;

/** What somebody did, by the name of the action in the log. */
export const done: Texts<typeof doneHere> = {
  allocateCredits: 'Kredi verdi',
  consumeCredits: 'Kredi kullandı',
};

import type { Texts } from '../../../words/texts.ts';
import type { done as doneHere, words as here } from './en.ts';

type Here = Texts<typeof here>;

const credits: Here['credits'] = {
  about: 'Paketin uygulamalarının harcayabilecekleri. Her birine ne aldığı ve ne kaybettiği bildirilir.',
  allocate: 'Kredi tanımla',
  take: 'Kredi düş',
  allocateNow: 'Tanımla',
  takeNow: 'Düş',
  emptyTitle: 'Henüz kredi yok',
  noneOf: '{{application}} için kredi yok',
  emptyText: 'Bir uygulamaya kredi tanımlayın: ona bildirilir, yanıtı da kaydın yanında görünür.',
  ownAccount: 'Uygulamanın tamamı',
  account: 'Hesap',
  balance: 'Bakiye',
  application: 'Uygulama',
  entity: 'Birim',
  entityHint: 'Uygulamanın bir şubesi ya da kişisi; uygulamanın tamamı için boş bırakın',
  amount: 'Miktar',
  noAmount: '1 ile 1 milyar arasında, yalnızca rakamlardan oluşan bir tam sayı yazın.',
  notEnough_zero: 'Hiç kredi yok; {{amount}} yazdınız.',
  notEnough_one: '{{balance}} kredi var; {{amount}} yazdınız.',
  notEnough_other: '{{balance}} kredi var; {{amount}} yazdınız.',
  purpose: 'Ne için',
  purposeHint: 'Örneğin employee_benefits',
  isWritten_zero: '{{application}} uygulamasının kredisi kalmadı.',
  isWritten_one: '{{application}} uygulamasının şimdi {{balance}} kredisi var.',
  isWritten_other: '{{application}} uygulamasının şimdi {{balance}} kredisi var.',
  wasWritten:
    'Bu, formda o an yazanlarla zaten kaydedildi. Hesaba bakın; yenisi için buradaki değişikliklerden vazgeçin.',
  ledger: 'Hesap hareketleri',
  after: 'bakiye {{balance}}',
  notKept: 'Bitti, artık saklanmıyor',
  goneTitle: 'Hesap bulunamadı',
  goneText: 'Ona hiç kredi tanımlanmadı ya da adres yanlış.',
};

export const words = { credits } satisfies Here;

/** What somebody did, by the name of the action in the log. */
export const done: Texts<typeof doneHere> = {
  allocateCredits: 'Kredi tanımladı',
  consumeCredits: 'Kredi düştü',
};

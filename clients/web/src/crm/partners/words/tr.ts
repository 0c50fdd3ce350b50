import type { Texts } from '../../../words/texts.ts';
import type { done as doneHere, words as here, told as toldHere } from './en.ts';

export const words: Texts<typeof here> = {
  new: 'Yeni iş ortağı',
  register: 'Kaydet',
  saved: '{{name}} artık iş ortağı.',
  who: 'Kim iş ortağı olacak',
  whoIs: { here: 'Kayıtlı kişi', new: 'Yeni biri' },
  contact: 'Kişi kartı',
  contactHint: 'Adın bir bölümünü, bir e-posta adresini ya da bir telefonun son dört rakamını yazın.',
  contactMissing: 'Bir kişi kartı seçin.',
  toPartner: 'Bu iş ortağını göster',
  make: { ACTIVE: 'Devam ettir', PAUSED: 'Duraklat' },
  is: { ACTIVE: 'Yeniden etkin: {{name}}.', PAUSED: 'Duraklatıldı: {{name}}.' },
  status: 'Durum',
  statuses: { ACTIVE: 'Etkin', PAUSED: 'Duraklatıldı' },
  all: 'Tümü',
  rate: 'Komisyon',
  noRate: 'Belirlenmedi',
  rateField: 'Yüzde olarak komisyon',
  rateSaid: 'Satış ortaklığına iletildi. Onaylanınca burada görünür.',
  noNumber: '0 ile 100 arasında bir sayı yazın.',
  account: 'Satış ortağı hesabı',
  accountWaits: 'Satış ortaklığı bekleniyor',
  registered: 'Kayıt',
  paidOut: 'Toplam ödenen',
  nothingPaid: 'Henüz yok',
  ledger: 'Ödemeler',
  payout: { REFERRAL: 'Yönlendirme', COMMISSION: 'Komisyon' },
  event: 'Olay',
  do: { rate: 'Komisyonu belirle', referral: 'Yönlendirme öde', commission: 'Komisyon kaydet' },
  amount: 'Tutar ({{currency}})',
  amountHint: 'Ödemelerdeki bir satır sonradan değiştirilemez.',
  paid: {
    referral: '{{name}} için yönlendirme ödemesi yapıldı: {{sum}}.',
    commission: '{{name}} için komisyon kaydedildi: {{sum}}.',
  },
  mistake: {
    empty: 'Bir tutar yazın.',
    notANumber: 'Yalnızca bir sayı yazın; örneğin 1234,50.',
    negative: 'Tutar sıfırdan büyük olmalı.',
    tooManyDigits: 'Ondalık basamak sayısı fazla. Binlikleri ayırmadan yazın.',
    tooLarge: 'Bu tutar çok büyük.',
  },
  find: 'İş ortağı ara',
  remove: 'Sil',
  removed: '{{name}} artık iş ortağı değil.',
  emptyTitle: 'Henüz iş ortağı yok',
  emptyText: 'Size iş getirenleri kaydedin: satış ortaklığı onlara hesap açar, ödenenler burada toplanır.',
  nothingFoundTitle: 'İş ortağı bulunamadı',
  nothingFoundText: 'Adın bir bölümünü deneyin ya da tümünü gösterin.',
  goneTitle: 'İş ortağı bulunamadı',
  goneText: 'Silinmiş ya da adres yanlış.',
  begin: 'İş ortağı yap',
};

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

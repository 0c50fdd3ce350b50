import type { Texts } from '../../../words/texts.ts';
import type { done as doneHere, words as here, told as toldHere } from './en.ts';

export const words: Texts<typeof here> = {
  reason: {
    NOTHING_TO_NAME_IT: 'Satırda ad, şirket, e-posta veya telefon yok',
    NOT_EMAIL: 'E-posta adresi değil',
    NOT_A_DATE: 'Tarih değil',
    TOO_LONG: 'Çok uzun',
    WRONG_FORM: 'Biçimi doğru değil',
    TOO_MANY: 'Bir kartta olabileceğinden fazla',
    EXCHANGE_ADDRESS: 'Dışarıdan yazılamayan, kurum içi bir Exchange adresi',
    PHONE_INVALID: 'Telefon numarası değil',
    PHONE_LOST_BY_SPREADSHEET: 'Bir tablo programı bu numaranın hanelerini kaybetmiş',
    QUOTE_NOT_CLOSED: 'Bir tırnak işareti kapanmıyor',
    NOT_TEXT: 'Metin olarak okunamıyor',
    TOO_MANY_CELLS: 'Sütunlardan fazla hücre var',
    PRIVATE: 'Özel olarak işaretlenmiş',
    WRONG_BOOK: 'Bir işletmede çalışacak kişiler o işletmenin kendi defterine yazılır',
    NO_MAIL_TO_WORK_HERE: 'Burada çalışacak kişinin e-posta adresi olmalı',
    CHANGED_SINCE: 'Plan yapıldıktan sonra kart değişti',
    USED_SINCE: 'Kart o zamandan beri kullanıldı: not, görev veya birleştirme',
    NO_WAY_TO_REACH: 'E-posta adresi de telefon numarası da yok',
    CHANGED: 'Burada farklı yazılır',
    OWNER_UNKNOWN: 'Burada bu adda biri çalışmıyor',
    NO_SUCH_VISIBILITY: 'Burada CRM’e erişimi olan herkes görür',
    PHONE_COUNTRY_UNKNOWN: 'Numaranın hangi ülkeden olduğu bilinmiyor; yazıldığı gibi kaldı',
    PHONE_OF_BEFORE: 'Dokuzuncu hanesi olmayan eski bir cep numarası; yazıldığı gibi kaldı',
    PHONE_PREMIUM: 'Özel ücretli bir numara',
    EMPTY_FILE: 'Dosya boş',
    NO_ROWS: 'Dosyada satır yok',
    TOO_MANY_ROWS: '200.000’den fazla satır var. Dosyayı bölün',
    UNKNOWN_COLUMN: 'Dosyada böyle bir sütun yok',
    UPLOAD_GONE: 'Dosya artık burada değil. Yeniden yükleyin',
    INTERNAL: 'Bizden kaynaklanan bir hata oldu. Yeniden deneyin',
  },
};

export const done: Texts<typeof doneHere> = {
  planImport: 'Kişi kartları için bir içe aktarma planladı',
  applyImport: 'Kişi kartlarını içe aktardı',
  undoImport: 'Kişi kartlarının içe aktarılmasını geri aldı',
  cancelImport: 'Kişi kartlarının içe aktarılmasını iptal etti',
};

export const told: Texts<typeof toldHere> = {
  noun: {
    Import: 'İçe aktarma',
    ImportRow: 'İçe aktarma satırı',
  },
  field: {
    Import: {
      side: 'defter',
      fileName: 'dosya',
      status: 'durum',
      failure: 'hata',
      country: 'ülke',
    },
  },
  sentence: {},
};

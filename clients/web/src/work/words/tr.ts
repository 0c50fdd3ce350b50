import type { Texts } from '../../words/texts.ts';
import type { done as doneHere, words as here, scopes as scopesHere, told as toldHere } from './en.ts';

type Here = Texts<typeof here>;

const work: Here['work'] = {
  hasFailed_one: '{{name}}: {{count}} görev başarısız oldu',
  hasFailed_other: '{{name}}: {{count}} görev başarısız oldu',
  emptyTitle: 'Arka planda iş yok',
  emptyText:
    'E-postalar, ürün senkronizasyonları ve uzun süren diğer işler, bekleyenleri ve başarısız olanlarıyla burada görünür.',
  goneTitle: 'Arka plan işi bulunamadı',
  goneText: 'Bu türden şu anda bir şey yok, son bir saatte de olmadı.',
  kind: {
    mail: 'E-postalar',
    'sync-run': 'Senkronizasyonlar',
    'event-job': 'Olaylarda toplu işlemler',
    'silent-displays': 'Sessiz ekranların izlenmesi',
    reseal: 'Gizli verilerin yeniden şifrelenmesi',
    conditions: 'Uyarı denetimi',
    'password-reset': 'Parola sıfırlamaları',
    'activity-reminders': 'Görev hatırlatmaları',
    'contact-import-plan': 'Kişi kartı içe aktarma planları',
    'contact-import': 'Kişi kartlarını içe aktarma',
    'contact-import-undo': 'Kişi kartı aktarımlarını geri alma',
    'account-of-tenant': 'Bir hesabın sağlığı',
    'contact-import-duplicates': 'İçe aktarılan kartların tekrarlarını arama',
    'restore-portions': 'Tükenenleri yeniden satışa koyma',
    'apply-price': 'Planlanan fiyatlar',
  },
  state: {
    failing: 'Hata var',
    paused: 'Duraklatıldı',
    running: 'Çalışıyor',
    due: 'Sırada',
    planned: 'Planlandı',
    idle: 'Hepsi tamam',
  },
  count: {
    running_one: '{{count}} çalışıyor',
    running_other: '{{count}} çalışıyor',
    due_one: '{{count}} sırada',
    due_other: '{{count}} sırada',
    waiting_one: '{{count}} planlandı',
    waiting_other: '{{count}} planlandı',
    failed_one: '{{count}} başarısız',
    failed_other: '{{count}} başarısız',
  },
  oldest: 'en eskisinin bekleme süresi:',
  rate_one: 'son bir saatte {{count}}',
  rate_other: 'son bir saatte {{count}}',
  open: 'Bitmeyenler',
  nothingOpen: 'Bekleyen, çalışan ya da başarısız bir şey yok.',
  latest: 'Son denemeler',
  history: 'Geçmiş',
  task: { WAITING: 'Planlandı', DUE: 'Sırada', RUNNING: 'Çalışıyor', FAILED: 'Başarısız' },
  outcome: {
    DONE: 'Tamamlandı',
    FAILED: 'Başarısız, yeniden denenecek',
    GIVEN_UP: 'Başarısız',
    CANCELLED: 'İptal edildi',
  },
  dueAt: 'zamanı: {{at}}',
  attempt: 'Deneme {{number}} / {{most}}',
  retry: 'Yeniden dene',
  now: 'Şimdi çalıştır',
  isRetried: 'Sıradaki iş bu olacak.',
  cancel: 'Görevi iptal et',
  cancelQuestion: 'Bu görev iptal edilsin mi?',
  cancelText: 'Artık yapılmayacak. Şimdiye kadar yapılanlar kalır.',
  isCancelled: 'Görev iptal edildi.',
  pause: 'Duraklat',
  pausedText:
    'Siz devam ettirene kadar bu türden hiçbir şey başlamaz; çalışanlar biter. Bu arada gelenler bekler, zamanlanmış olanlar da o zaman bir kez yapılır.',
  resume: 'Devam ettir',
};

export const words = { work } satisfies Here;

/** What somebody did, by the name of the action in the log. */
export const done: Texts<typeof doneHere> = {
  retryTask: 'Bir arka plan görevini yeniden denedi',
  cancelTask: 'Bir arka plan görevini iptal etti',
  pauseTasks: 'Bir tür arka plan işini duraklattı',
  resumeTasks: 'Bir tür arka plan işini sürdürdü',
};

/** What keys may do here, and what that is about. */
export const scopes: Texts<typeof scopesHere> = {
  work: {
    about: 'Arka plan',
    read: 'Arka plan işlerini görme',
    write: 'Arka plan işlerini yeniden deneme, iptal etme ve duraklatma',
  },
};

/** What the log says of what is here, by its type. */
export const told: Texts<typeof toldHere> = {
  noun: {
    Task: 'Arka plan görevi',
  },
};

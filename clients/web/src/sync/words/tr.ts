import { product } from '../../words/products/tr.ts';
import type { Texts } from '../../words/texts.ts';
import type { done as doneHere, words as here, scopes as scopesHere, told as toldHere } from './en.ts';

type Here = Texts<typeof here>;

const sync: Here['sync'] = {
  hasFailed: '{{product}} senkronizasyonu başarısız oldu',
  waitsForYou: '{{product}} senkronizasyonu onayınızı bekliyor',
  SUCCESS: 'Güncel',
  SYNCING: 'Senkronize ediliyor…',
  PENDING: 'Bekliyor',
  ERROR: 'Başarısız',
  show: 'Göster',
  all: 'Tümü',
  view: 'Senkronizasyonun bölümü',
  lastGood: 'Son başarılı:',
  never: 'Hiç senkronize edilmedi',
  conflicts_one: 'Çözülmeyi bekleyen {{count}} çakışma',
  conflicts_other: 'Çözülmeyi bekleyen {{count}} çakışma',
  refresh: 'Yenile',
  elsewhereOld: 'Diğer işletmeler için gösterilenler, bu sayfayı açtığınız andandır.',
  noErrorTitle: 'Başarısız senkronizasyon yok',
  noErrorText: 'Her senkronizasyon iyi gitti ya da şu anda sürüyor.',
  emptyTitle: 'Henüz senkronize edilecek bir şey yok',
  emptyText: 'Kendi kataloğu olan bir hizmeti açın: o andan sonra menü ile senkronize tutulur.',
  toServices: 'Hizmetlere bak',
  goneTitle: 'Senkronizasyon bulunamadı',
  goneText: 'Bu senkronizasyon yok ya da adres yanlış.',
  elsewhere: 'Bu senkronizasyon {{tenant}} işletmesinin. Çalıştırmak ya da değiştirmek için {{tenant}} hesabına geçin.',
  workFor: '{{tenant}} hesabına geç',
  failedTitle: 'Son senkronizasyon başarısız oldu',
  oldStays: 'Daha önce senkronize edilenler yerinde duruyor.',
  isOff: 'Bu hizmet açık değil, bu yüzden hiçbir şey senkronize edilmez.',
  toService: 'Hizmete git',
  runNow: 'Şimdi senkronize et',
  runAll: 'Her şeyi senkronize et',
  tryOut: 'Deneme çalıştır',
  modes:
    '“Şimdi senkronize et” değişenleri aktarır. “Deneme çalıştır” yalnızca bunun ne yapacağını sayar. “Her şeyi senkronize et” baştan başlar ve hizmette eksik olanı onarır.',
  comesNext: 'Bir senkronizasyon sürüyor. Sizinki hemen ardından gelir.',
  previewTitle: 'Sonraki senkronizasyon ne yapacak',
  lastRun: 'Son senkronizasyon ne yaptı',
  noRuns: 'Hiç çalışmadı.',
  dangerTitle: 'Çok şey kaldıracak',
  dangerText: 'Şimdiye dek hiçbir şey değişmedi. Yalnızca istediğiniz buysa sürmesine izin verin.',
  confirm: 'Devam et',
  confirmQuestion: '{{name}} senkronizasyonu bunları kaldıracak. Onaylıyor musunuz?',
  cancelRun: 'Bu senkronizasyonu iptal et',
  failures: 'Aktarılamayan ürünler',
  retry_one: 'Bu ürünü yeniden dene',
  retry_other: 'Bu {{count}} ürünü yeniden dene',
  retried_one: '{{count}} ürün yeniden deneniyor.',
  retried_other: '{{count}} ürün yeniden deneniyor.',
};

const syncReason: Here['syncReason'] = {
  ITEMS_FAILED: 'Aktarılamayan ürünler: {{items}}',
  MUCH_TAKEN_AWAY:
    '{{items}} üründen {{removed}} tanesini kaldıracak ve {{zeroed}} tanesinin fiyatını sıfırlayacak; sınır %{{percent}}',
  UNREACHABLE: '{{product}} hizmetine ulaşılamıyor',
  NO_ANSWER: '{{product}} {{seconds}} sn içinde yanıt vermedi',
  PAUSE_ASKED: '{{product}} {{seconds}} sn beklememizi istedi',
  REFUSED: '{{product}} bir hatayla yanıt verdi ({{status}})',
  ODD_ANSWER: '{{product}} okunamayan bir yanıt verdi',
  LEFT_ALONE: '{{product}} çok sık hata verdi, kısa bir ara veriyoruz',
  INNER_ADDRESS: '{{product}} adresi, erişilmesine izin verilmeyen bir ağa götürüyor',
  ITEM_REFUSED: '{{product}} bunu kabul etmedi',
  NO_ID: '{{product}} buna kimlik vermedi',
  NOT_ANSWERED: '{{product}} bunun için bir şey söylemedi',
  ID_TAKEN: '{{product}} buna başka bir ürünün kimliğini verdi',
  ODD_ITEM: '{{product}} buna saklanamayan bir değer verdi',
  WRONG_CURRENCY: 'Fiyatı sizinkinden başka bir para biriminde',
  NO_SECTION: '{{product}} içindeki kategorisi menüde yok',
  MENU_REFUSED: 'Menü bunu kabul etmedi',
  REPORTED: '{{product}} diyor ki',
  BROKEN: 'Bizim tarafımızda bir şey bozuldu',
};

const heldBack: Here['heldBack'] = {
  title: '{{product}} bağlantısı beklemede',
  PAUSE_ASKED: '{{product}} beklememizi istedi. Bekleme bitişi: {{until}}.',
  FAILING: '{{product}} çok sık hata verdi, bu yüzden ara veriyoruz. En erken yeni deneme: {{until}}.',
  DUE: '{{product}} çok sık hata verdi. Sonraki senkronizasyon yeniden deneyecek.',
  TRYING: '{{product}} çok sık hata verdi. Şimdi yeniden deniyoruz.',
};

const syncView: Here['syncView'] = { now: 'Şimdi', runs: 'Geçmiş', settings: 'Ayarlar' };

const mode: Here['mode'] = {
  INITIAL: 'Her şey',
  DELTA: 'Değişiklik sonrası',
  MANUAL: 'İstek üzerine',
  PREVIEW: 'Deneme',
  RETRY: 'Bazı ürünler yeniden',
};

const run: Here['run'] = {
  QUEUED: 'Sırada',
  RUNNING: 'Çalışıyor',
  AWAITING_CONFIRMATION: 'Onayınızı bekliyor',
  SUCCESS: 'Bitti',
  ERROR: 'Başarısız',
  CANCELLED: 'İptal edildi',
  began: 'Başladı:',
  ended: 'Bitti:',
  attempts: '{{number}} deneme',
  copyId: 'Destek için numarayı kopyala',
};

const stepName: Here['stepName'] = {
  TENANT: 'İşletmeniz',
  SERVICES: 'Hizmetleriniz',
  CATEGORIES: 'Bölümler',
  PULL: '{{product}} → menü',
  PUSH: 'Menü → {{product}}',
  STATUS: 'İlerlemeyi kaydetme',
};

const step: Here['step'] = {
  seen: '{{number}} ürüne bakıldı',
  wouldStay: 'Hiçbir şey değişmeyecek',
  nothing: 'Yapılacak bir şey yoktu.',
  created: '{{number}} yeni',
  updated: '{{number}} değişti',
  removed: '{{number}} kaldırıldı',
  zeroed: '{{number}} fiyatı sıfırlandı',
  conflicts: '{{number}} çözülmeyi bekliyor',
  failed: '{{number}} başarısız',
};

const fact: Here['fact'] = {
  name: 'Ad',
  description: 'Açıklama',
  price: 'Fiyat',
  available: 'Satış durumu',
  nothing: 'Boş',
};

const direction: Here['direction'] = { BOTH: 'İki yönde', PUSH: 'Yalnızca menüden {{product}} yönüne' };

const source: Here['source'] = { BOTH: 'İkisi de değiştirebilir', LOCAL: 'Menü', REMOTE: '{{product}}' };

const policy: Here['policy'] = {
  LOCAL_WINS: 'Menü kazanır',
  REMOTE_WINS: '{{product}} kazanır',
  NEWEST: 'En yeni kazanır',
  MANUAL: 'Bir kişiye sor',
};

const syncSettings: Here['syncSettings'] = {
  direction: 'Yön',
  sources: 'Esas alınan kaynak',
  policy: 'İkisi de aynı şeyi değiştirdiğinde',
  confirmAbovePercent: 'Bu yüzdeden fazlası kaldırılacaksa önce sor',
  attempts: 'İstek başına deneme (1–10)',
  saved: '{{product}} senkronizasyonu kaydedildi.',
};

const change: Here['change'] = { CREATE: 'yeni', UPDATE: 'değişir', REMOVE: 'kaldırılır' };

const difference: Here['difference'] = { title: 'Ürün bazında' };

const conflict: Here['conflict'] = {
  title: 'Çakışmalar',
  ours: 'Menü',
  takeOurs: 'Bizimkini al',
  takeTheirs: 'Onlarınkini al',
  taken: '{{item}} çakışması çözüldü.',
  emptyTitle: 'Çözülecek bir şey yok',
  emptyText: 'Menü ile bir hizmet aynı şeyi değiştirdiğinde ve hiçbiri kendiliğinden kazanmadığında burada bekler.',
};

export const words = {
  sync,
  syncReason,
  heldBack,
  syncView,
  mode,
  run,
  stepName,
  step,
  fact,
  direction,
  source,
  policy,
  syncSettings,
  change,
  difference,
  conflict,
} satisfies Here;

/** What somebody did, by the name of the action in the log. */
export const done: Texts<typeof doneHere> = {
  resolveConflict: 'Bir çakışmayı çözdü',
  updateSyncConfig: 'Bir senkronizasyonun ayarlarını değiştirdi',
  reportSync: 'Bir senkronizasyonun durumunu bildirdi',
  runSync: 'Bir senkronizasyon başlattı',
  previewSync: 'Bir senkronizasyonu deneme olarak çalıştırdı',
  retrySyncRun: 'Bir senkronizasyonun ürünlerini yeniden denedi',
  confirmSyncRun: 'Bir senkronizasyonun sürmesine izin verdi',
  cancelSyncRun: 'Bir senkronizasyonu iptal etti',
};

/** What keys may do here, and what that is about. */
export const scopes: Texts<typeof scopesHere> = {
  sync: {
    about: 'Senkronizasyonlar',
    read: 'Senkronizasyonları görme',
    write: 'Senkronizasyon çalıştırma ve çakışma çözme',
  },
};

/** What the log says of what is here, by its type. */
export const told: Texts<typeof toldHere> = {
  noun: {
    TenantSync: 'Senkronizasyon',
    SyncRun: 'Senkronizasyon çalışması',
    SyncConflict: 'Çakışma',
  },
  field: {
    TenantSync: {
      config: 'ayarlar',
    },
  },
  value: {
    TenantSync: {
      name: product,
    },
  },
  sentence: {
    TenantSync: {
      config: '{{who}}, {{name}} senkronizasyonunun ayarlarını değiştirdi',
    },
  },
};

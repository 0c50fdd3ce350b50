import { product } from '../../words/products/tr.ts';
import type { Texts } from '../../words/texts.ts';
import type { done as doneHere, words as here, told as toldHere } from './en.ts';

type Here = Texts<typeof here>;

const sync: Here['sync'] = {
  hasFailed: '{{product}} ile eşitleme başarısız oldu',
  waitsForYou: '{{product}} ile eşitleme kararınızı bekliyor',
  SUCCESS: 'Eşit',
  SYNCING: 'Eşitleniyor…',
  PENDING: 'Bekliyor',
  ERROR: 'Başarısız',
  show: 'Göster',
  all: 'Tümü',
  view: 'Eşitlemenin bölümü',
  lastGood: 'Son başarılı:',
  never: 'Henüz hiç eşitlenmedi',
  conflicts_one: 'Karar bekleyen {{count}} çakışma',
  conflicts_other: 'Karar bekleyen {{count}} çakışma',
  refresh: 'Yeniden sor',
  elsewhereOld: 'Diğer müşteriler için gösterilenler buraya geldiğiniz andan kalmadır.',
  noErrorTitle: 'Başarısız eşitleme yok',
  noErrorText: 'Her eşitleme iyi gitti ya da şu anda sürüyor.',
  emptyTitle: 'Henüz eşitlenecek bir şey yok',
  emptyText: 'Kendi kataloğu olan bir ürünü açın: o andan sonra menü ile aynı tutulur.',
  toServices: 'Ürünlere bak',
  goneTitle: 'Böyle bir eşitleme yok',
  goneText: 'Bu eşitleme yok ya da adres yanlış.',
  elsewhere: 'Bu eşitleme {{tenant}} adına. Çalıştırmak ya da değiştirmek için onlar için çalışın.',
  workFor: '{{tenant}} için çalış',
  failedTitle: 'Son eşitleme başarısız oldu',
  oldStays: 'Daha önce eşitlenenler yerinde duruyor.',
  isOff: 'Bu ürün açık değil, bu yüzden hiçbir şey eşitlenmez.',
  toService: 'Ürüne git',
  runNow: 'Şimdi eşitle',
  runAll: 'Her şeyi eşitle',
  tryOut: 'Dene',
  modes:
    '“Şimdi eşitle” değişenleri aktarır. “Dene” yalnızca bunun ne yapacağını sayar. “Her şeyi eşitle” baştan başlar ve ürünün kaybettiğini onarır.',
  comesNext: 'Bir eşitleme sürüyor. Sizinki hemen ardından gelir.',
  previewTitle: 'Sonraki eşitleme ne yapardı',
  lastRun: 'Son eşitleme ne yaptı',
  noRuns: 'Hiç çalışmadı.',
  dangerTitle: 'Çok şey kaldırırdı',
  dangerText: 'Şimdiye dek hiçbir şey değişmedi. Yalnızca istediğiniz buysa sürmesine izin verin.',
  confirm: 'Sürsün',
  confirmQuestion: '{{name}} ile eşitleme bunları kaldırsın mı?',
  cancelRun: 'Bu eşitlemeyi iptal et',
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
  UNREACHABLE: '{{product}} ürününe ulaşılamıyor',
  NO_ANSWER: '{{product}} {{seconds}} saniye içinde yanıt vermedi',
  PAUSE_ASKED: '{{product}} {{seconds}} saniye ara istiyor',
  REFUSED: '{{product}} bir hatayla yanıt verdi ({{status}})',
  ODD_ANSWER: '{{product}} okunamayan bir yanıt verdi',
  LEFT_ALONE: '{{product}} çok sık hata verdi, bir süre ona sorulmuyor',
  INNER_ADDRESS: '{{product}} adresi, erişilmesine izin verilmeyen bir ağa götürüyor',
  ITEM_REFUSED: '{{product}} bunu kabul etmedi',
  NO_ID: '{{product}} buna numara vermedi',
  NOT_ANSWERED: '{{product}} bunun için bir şey söylemedi',
  ID_TAKEN: '{{product}} buna başka bir ürünün numarasını verdi',
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
  DUE: '{{product}} çok sık hata verdi. Sonraki eşitleme yeniden deneyecek.',
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
  QUEUED: 'Sırasını bekliyor',
  RUNNING: 'Çalışıyor',
  AWAITING_CONFIRMATION: 'Sizi bekliyor',
  SUCCESS: 'Bitti',
  ERROR: 'Başarısız',
  CANCELLED: 'İptal edildi',
  began: 'Başladı:',
  ended: 'Bitti:',
  attempts: '{{number}} deneme',
  copyId: 'Destek için numarayı kopyala',
};

const stepName: Here['stepName'] = {
  TENANT: 'Kim olduğunuz',
  SERVICES: 'Ürünleriniz',
  CATEGORIES: 'Bölümler',
  PULL: '{{product}} → menü',
  PUSH: 'Menü → {{product}}',
  STATUS: 'Nereye geldiğini kaydetme',
};

const step: Here['step'] = {
  seen: '{{number}} bakıldı',
  wouldStay: 'Hiçbir şey değişmezdi',
  nothing: 'Yapılacak bir şey yoktu.',
  created: '{{number}} yeni',
  updated: '{{number}} değişti',
  removed: '{{number}} kaldırıldı',
  zeroed: '{{number}} fiyatı sıfırlandı',
  conflicts: '{{number}} karar bekliyor',
  failed: '{{number}} başarısız',
};

const fact: Here['fact'] = {
  name: 'Ad',
  description: 'Açıklama',
  price: 'Fiyat',
  available: 'Bulunurluk',
  nothing: 'Hiçbir şey',
};

const direction: Here['direction'] = { BOTH: 'İki yönde', PUSH: 'Yalnızca menüden {{product}} yönüne' };

const source: Here['source'] = { BOTH: 'İkisi de değiştirebilir', LOCAL: 'Menü', REMOTE: '{{product}}' };

const policy: Here['policy'] = {
  LOCAL_WINS: 'Menü kazanır',
  REMOTE_WINS: '{{product}} kazanır',
  NEWEST: 'En yeni kazanır',
  MANUAL: 'Birisi karar verir',
};

const syncSettings: Here['syncSettings'] = {
  direction: 'Yön',
  sources: 'Kimin sözü geçer',
  policy: 'İkisi de aynı şeyi değiştirdiğinde',
  confirmAbovePercent: 'Şundan fazlasını kaldırmadan önce sor (ürünlerin %’si)',
  attempts: 'Bir çağrı başarısız sayılmadan önceki deneme (1–10)',
  saved: '{{product}} ile eşitleme kaydedildi.',
};

const change: Here['change'] = { CREATE: 'yeni', UPDATE: 'değişir', REMOVE: 'kaldırılır' };

const difference: Here['difference'] = { title: 'Ürün ürün' };

const conflict: Here['conflict'] = {
  title: 'Çakışmalar',
  ours: 'Menü',
  takeOurs: 'Bizimkini al',
  takeTheirs: 'Onlarınkini al',
  taken: '{{item}} için karar verildi.',
  emptyTitle: 'Karar verilecek bir şey yok',
  emptyText: 'Menü ile bir ürün aynı şeyi değiştirdiğinde ve hiçbiri kendiliğinden kazanmadığında burada bekler.',
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
  resolveConflict: 'Bir çakışmaya karar verdi',
  updateSyncConfig: 'Bir eşitlemenin ayarlarını değiştirdi',
  reportSync: 'Bir eşitlemenin durumunu bildirdi',
  runSync: 'Bir eşitleme istedi',
  previewSync: 'Bir eşitlemeyi denedi',
  retrySyncRun: 'Eşitlemede ürünleri yeniden denetti',
  confirmSyncRun: 'Bir eşitlemenin sürmesine izin verdi',
  cancelSyncRun: 'Bir eşitlemeyi iptal etti',
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

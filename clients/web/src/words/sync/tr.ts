import type { Words } from '../en.ts';

export const product: Words['product'] = {
  ORDERING: 'Sipariş',
  SMP: 'Dijital tabela (SMP)',
  MARKETING_APP: 'Pazarlama',
  WEB_HOSTING: 'Web sitesi',
  DIGITAL_MENU: 'Dijital menü',
  MINI_BODEGA: 'Mini bodega',
};

export const productAbout: Words['productAbout'] = {
  ORDERING: 'Siparişler ve menüsü; her ürünün evi.',
  SMP: 'Kendi kataloğu olan bir dijital tabela ürününün ekranları ve panoları.',
  MARKETING_APP: 'Ürünleriniz ve fiyatlarınızla pazarlama kampanyaları.',
  WEB_HOSTING: 'Menünüzün de yer aldığı web siteniz.',
  DIGITAL_MENU: 'Menünüzü doğrudan okuyan menü panoları.',
  MINI_BODEGA: 'Ürünlerinizi de satan küçük bir dükkân.',
};

export const services: Words['services'] = {
  ACTIVE: 'Açık',
  PAUSED: 'Duraklatıldı',
  OFF: 'Kapalı',
  since: 'Değişti:',
  toSync: 'Eşitlemesine bak',
  switchOn: 'Aç',
  resume: 'Sürdür',
  pause: 'Duraklat',
  pauseQuestion: '{{name}} duraklatılsın mı?',
  pauseText: 'Eşitlemesi hemen durur ve siz sürdürene kadar hiçbir değişikliği duymaz. Ayarları kalır.',
  switchOff: 'Kapat',
  switchOffQuestion: '{{name}} kapatılsın mı?',
  switchOffText: 'Eşitlemesi hemen durur ve artık hiçbir değişikliği duymaz. Sonra yeniden açabilirsiniz.',
  isOn: '{{name}} açık.',
  isPaused: '{{name}} duraklatıldı.',
  isOff: '{{name}} kapalı.',
  saved: '{{name}} kaydedildi.',
  noSettings: 'Ayar gerekmez: menünüzü doğrudan okur.',
  baseUrl: 'Kataloğunun adresi',
  account: 'Oradaki hesap',
  domain: 'Web sitesinin alan adı',
  token: 'Gizli anahtar',
  tokenOnce: 'İçeri alınmamız için bizden istediği. Bir daha gösterilmez.',
  tokenStays: 'Hiç gösterilmez. Olanı korumak için boş bırakın.',
  goneTitle: 'Böyle bir ürün yok',
  goneText: 'Bu adreste bir ürün yok.',
};

export const sync: Words['sync'] = {
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

export const syncReason: Words['syncReason'] = {
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

export const syncView: Words['syncView'] = { now: 'Şimdi', runs: 'Geçmiş', settings: 'Ayarlar' };

export const mode: Words['mode'] = {
  INITIAL: 'Her şey',
  DELTA: 'Değişiklik sonrası',
  MANUAL: 'İstek üzerine',
  PREVIEW: 'Deneme',
  RETRY: 'Bazı ürünler yeniden',
};

export const run: Words['run'] = {
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

export const stepName: Words['stepName'] = {
  TENANT: 'Kim olduğunuz',
  SERVICES: 'Ürünleriniz',
  CATEGORIES: 'Bölümler',
  PULL: '{{product}} → menü',
  PUSH: 'Menü → {{product}}',
  STATUS: 'Nereye geldiğini kaydetme',
};

export const step: Words['step'] = {
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

export const fact: Words['fact'] = {
  name: 'Ad',
  description: 'Açıklama',
  price: 'Fiyat',
  available: 'Bulunurluk',
  nothing: 'Hiçbir şey',
};

export const direction: Words['direction'] = { BOTH: 'İki yönde', PUSH: 'Yalnızca menüden {{product}} yönüne' };

export const source: Words['source'] = { BOTH: 'İkisi de değiştirebilir', LOCAL: 'Menü', REMOTE: '{{product}}' };

export const policy: Words['policy'] = {
  LOCAL_WINS: 'Menü kazanır',
  REMOTE_WINS: '{{product}} kazanır',
  NEWEST: 'En yeni kazanır',
  MANUAL: 'Birisi karar verir',
};

export const syncSettings: Words['syncSettings'] = {
  direction: 'Yön',
  sources: 'Kimin sözü geçer',
  policy: 'İkisi de aynı şeyi değiştirdiğinde',
  confirmAbovePercent: 'Şundan fazlasını kaldırmadan önce sor (ürünlerin %’si)',
  attempts: 'Bir çağrı başarısız sayılmadan önceki deneme (1–10)',
  saved: '{{product}} ile eşitleme kaydedildi.',
};

export const change: Words['change'] = { CREATE: 'yeni', UPDATE: 'değişir', REMOVE: 'kaldırılır' };

export const difference: Words['difference'] = { title: 'Ürün ürün' };

export const conflict: Words['conflict'] = {
  title: 'Çakışmalar',
  ours: 'Menü',
  takeOurs: 'Bizimkini al',
  takeTheirs: 'Onlarınkini al',
  taken: '{{item}} için karar verildi.',
  emptyTitle: 'Karar verilecek bir şey yok',
  emptyText: 'Menü ile bir ürün aynı şeyi değiştirdiğinde ve hiçbiri kendiliğinden kazanmadığında burada bekler.',
};

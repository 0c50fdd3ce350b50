import type { Texts } from '../../../words/texts.ts';
import type { bus as here } from './en.ts';

/** Olayları kimin aldığı, kaç tane oldukları ve nerede durdukları üzerine sözler. */
export const bus: Texts<typeof here> = {
  consumer: 'Olaylarını kim alıyor',
  takenBy: 'Alan',
  place: { HOME: 'Platform', OUTSIDE: 'Harici bir program' },
  atWork_zero: 'alan yok',
  atWork_one: '{{count}} etkin',
  atWork_other: '{{count}} etkin',
  neverSeen: 'hiç etkin olmadı',
  workers: 'Son dakikada etkin',
  lastSeen: 'Son etkinlik',
  inFlight: 'İşleniyor',
  acknowledged: 'Son bir saatte onaylanan',
  shared: 'Birkaçı işi paylaşır; her olay bunlardan birine gider.',
  take: {
    OUTSIDE: {
      label: 'Bir program alsın',
      question: '{{application}} olaylarını harici bir program mı alsın?',
      text: 'Platform hemen durur. Bekleyenler ve gelenler, {{application}} anahtarı olan bir program alana kadar bekler.',
    },
    HOME: {
      label: 'Platform alsın',
      question: '{{application}} olaylarını platform mu alsın?',
      text: 'Platform bekleyenleri hemen alır. Bunları isteyen program geri çevrilir; elindekileri yine onaylayabilir.',
    },
  },
  isTaken: {
    HOME: '{{application}} olaylarını platform alıyor.',
    OUTSIDE: '{{application}} olaylarını bir program alıyor.',
  },
  window: { name: 'Dönem', HOUR: 'Son bir saat', DAY: 'Bugün (UTC)' },
  successRate: 'Onaylanan',
  rule: {
    OK: 'Gönderilenler onaylanıyor.',
    WAITING: 'Son bir saatte gönderilenlerden henüz hiçbiri onaylanmadı.',
    ATTENTION:
      'Son deneme başarısız oldu, saklanan başarısız olaylar var ya da olaylar 5 dakikadan uzun süredir bekliyor.',
    FAILING:
      'Artık hiçbiri başarılı olmuyor: art arda üç deneme başarısız oldu, olaylardan vazgeçildi ya da gönderim durduruldu.',
    paused: 'Biri duraklattı. Yeni olaylar bekliyor.',
    off: 'Bu hizmet kapalı, bu yüzden olay almıyor.',
  },
  seeFailed: 'Başarısızları gör',
  counters: 'Sayaçlar',
  countersText: 'Durum sayaçlardan okunur. Her on dakikada bir kanallarda duranlarla karşılaştırılır ve düzeltilirler.',
  recount: 'Yeniden say',
  recounted_zero: 'Bütün sayaçlar doğruydu.',
  recounted_one: '{{count}} sayaç düzeltildi.',
  recounted_other: '{{count}} sayaç düzeltildi.',
  right: 'Hepsi doğru',
  repaired_one: '{{count}} düzeltildi',
  repaired_other: '{{count}} düzeltildi',
  channels_one: '{{count}} kanal',
  channels_other: '{{count}} kanal',
  gaveUp_one: '{{count}} zaman aşımına uğradı',
  gaveUp_other: '{{count}} zaman aşımına uğradı',
  counter: { pending: 'bekleyen', retrying: 'yeniden denenen', stored: 'başarısız' },
  change: '{{source}} → {{target}}, {{counter}}: {{said}}, şimdi {{is}}',
  byItself: 'otomatik',
  notYet: 'Henüz bir şey karşılaştırılmadı.',
  moving: 'Başka bir bölgeye taşı',
  movingText:
    'Onaylanmamış olanlar bir dosyaya konur ve başka bir kurulumda aynı numaralarla sürer. Aynı dosya bir daha hiçbir şeyi değiştirmez.',
  export: 'Bekleyenleri dışa aktar',
  exported_zero: 'Bekleyen yok.',
  exported_one: 'Dosyada {{count}} olay var.',
  exported_other: 'Dosyada {{count}} olay var.',
  import: 'Dosyadan içe aktar',
  imported: 'İçe aktarılan: {{imported}}. Zaten burada olan: {{known}}.',
  importedInPart:
    'İçe aktarılan: {{imported}}. Zaten burada olan: {{known}}. Reddedilen: {{refused}} (ilki {{line}}. satırda).',
  noLines: 'Bu dosyada bir şey yok.',
  quarantine_one: 'Karantinada {{count}} kayıt',
  quarantine_other: 'Karantinada {{count}} kayıt',
  quarantineLabel: 'Karantina',
  quarantineText:
    'Bunlar olduğu gibi işlenemedi ve geri kalanlar ilerlesin diye ayrıldı. Nedeni giderilince yeniden deneyin.',
  quarantinePlace: {
    RELAY: 'Olay yoluna giderken',
    KEEPER: 'Başarısız olaylara giderken',
    AUDIT: 'Günlüğe giderken',
    NOTICE: 'Bir kişiye giderken',
  },
  quarantineRetried: 'Yeniden yolda. Hâlâ işlenemezse buraya döner.',
  quarantineDiscard: 'Bu kayıt silinsin mi?',
};

import type { Name } from './name.ts'

/** Groups inside the bodies, in the other languages of the United Nations. */
export const foreignGroups: Name[] = [
  {
    words:
      /Groupe de travail (?:[\p{L}-]+ ){0,6}sur la prévention(?: de la corruption)?|Grupo de Trabajo (?:[\p{L}-]+ ){0,6}sobre (?:la )?Prevención(?: de la Corrupción)?/giu,
    body: 'COSP',
    group: 'prevention',
    kind: 'working-group',
    short: 'Working Group on Prevention',
  },
  {
    words:
      /Groupe de travail (?:[\p{L}-]+ ){0,6}sur le recouvrement d['’]avoirs|Grupo de Trabajo (?:[\p{L}-]+ ){0,6}sobre (?:la )?Recuperación de Activos/giu,
    body: 'COSP',
    group: 'asset-recovery',
    kind: 'working-group',
    short: 'Working Group on Asset Recovery',
  },
  {
    words:
      /Groupe de travail (?:[\p{L}-]+ ){0,4}sur le trafic (?:illicite )?de migrants|Grupo de Trabajo sobre (?:el )?Tráfico Ilícito de Migrantes/giu,
    body: 'UNTOC',
    group: 'smuggling-of-migrants',
    kind: 'working-group',
    short: 'Working Group on the Smuggling of Migrants',
  },
  {
    words: /Groupe de travail (?:[\p{L}-]+ ){0,4}sur la traite des personnes|Grupo de Trabajo sobre (?:la )?Trata de Personas/giu,
    body: 'UNTOC',
    group: 'trafficking-in-persons',
    kind: 'working-group',
    short: 'Working Group on Trafficking in Persons',
  },
  {
    words: /Groupe de travail (?:[\p{L}-]+ ){0,4}sur les armes à feu|Grupo de Trabajo sobre Armas de Fuego/giu,
    body: 'UNTOC',
    group: 'firearms',
    kind: 'working-group',
    short: 'Working Group on Firearms',
  },
  {
    words: /Рабоч\p{L}{2,3} групп\p{L} по предупреждению коррупции|预防腐败(?:问题)?工作组|الفريق العامل المعني بمنع الفساد/giu,
    body: 'COSP',
    group: 'prevention',
    kind: 'working-group',
    short: 'Working Group on Prevention',
  },
  {
    words:
      /Рабоч\p{L}{2,3} групп\p{L} по (?:возвращению активов|мерам по возвращению активов)|资产追回(?:问题)?工作组|الفريق العامل المعني باسترداد الموجودات/giu,
    body: 'COSP',
    group: 'asset-recovery',
    kind: 'working-group',
    short: 'Working Group on Asset Recovery',
  },
  {
    words: /Рабоч\p{L}{2,3} групп\p{L} по огнестрельному оружию|枪支问题工作组|الفريق العامل المعني بالأسلحة النارية/giu,
    body: 'UNTOC',
    group: 'firearms',
    kind: 'working-group',
    short: 'Working Group on Firearms',
  },
  {
    words:
      /Рабоч\p{L}{2,3} групп\p{L} по (?:вопросам )?торговл\p{L} людьми|贩运人口问题工作组|الفريق العامل المعني بالاتجار بالأشخاص/giu,
    body: 'UNTOC',
    group: 'trafficking-in-persons',
    kind: 'working-group',
    short: 'Working Group on Trafficking in Persons',
  },
  {
    words:
      /Рабоч\p{L}{2,3} групп\p{L} по незаконному ввозу мигрантов|偷运移民问题工作组|الفريق العامل المعني بتهريب المهاجرين/giu,
    body: 'UNTOC',
    group: 'smuggling-of-migrants',
    kind: 'working-group',
    short: 'Working Group on the Smuggling of Migrants',
  },
  {
    words:
      /Groupe de travail (?:[\p{L}-]+ ){0,4}sur la coopération internationale|Grupo de Trabajo sobre Cooperación Internacional|Рабоч\p{L}{2,3} групп\p{L} по международному сотрудничеству|国际合作(?:问题)?工作组|الفريق العامل المعني بالتعاون الدولي/giu,
    body: 'UNTOC',
    group: 'international-cooperation',
    kind: 'working-group',
    short: 'Working Group on International Cooperation',
  },
  {
    words:
      /Groupe de travail (?:[\p{L}-]+ ){0,5}sur l['’]assistance technique|Grupo de Trabajo (?:[\p{L}-]+ ){0,4}sobre Asistencia Técnica|Рабоч\p{L}{2,3} групп\p{L} (?:[\p{L}-]+ ){0,3}по технической помощи|技术援助(?:问题)?(?:政府专家)?工作组|الفريق العامل المعني بالمساعدة التقنية/giu,
    body: 'UNTOC',
    group: 'technical-assistance',
    kind: 'working-group',
    short: 'Working Group of Government Experts on Technical Assistance',
  },
]

import type { Identity } from '../../src/event/index.ts'

/** A meeting that was or will be held: which it is, its name where its identity does not make one, its days and city. */
export type Meeting = Identity & { name?: string; parts?: Identity[]; start: string; end: string; city: string }

type Row = [identity: string, start: string, end: string, city?: string, name?: string]

/** `BODY kind session group part`, `-` for no group before a part. Dates are those that were printed for these meetings. */
const rows: Row[] = [
  ['CND session 63', '2020-03-02', '2020-03-06'],
  ['CND intersessional 63 - second', '2020-10-08', '2020-10-08'],
  ['CND intersessional 63 - third', '2020-10-19', '2020-10-21'],
  ['CND reconvened 63', '2020-12-02', '2020-12-04'],
  ['CND session 64', '2021-04-12', '2021-04-16'],
  ['CND reconvened 64', '2021-12-09', '2021-12-10'],
  ['CND session 65', '2022-03-14', '2022-03-18'],
  ['CND thematic 65', '2022-09-21', '2022-09-22'],
  ['CND reconvened 65', '2022-12-08', '2022-12-09'],
  ['CND session 66', '2023-03-13', '2023-03-17'],
  ['CND thematic 66 - first', '2023-10-23', '2023-10-25'],
  ['CND thematic 66 - second', '2023-12-04', '2023-12-06'],
  ['CND session 67', '2024-03-14', '2024-03-22'],
  ['CND thematic 67', '2024-11-12', '2024-11-14'],
  ['CND reconvened 67', '2024-12-05', '2024-12-06'],
  ['CND session 68', '2025-03-10', '2025-03-14'],
  ['CND session 69', '2026-03-09', '2026-03-13'],
  ['CND session 70', '2027-03-15', '2027-03-19'],
  ['CCPCJ reconvened 29', '2020-12-03', '2020-12-04'],
  ['CCPCJ session 30', '2021-05-17', '2021-05-21'],
  ['CCPCJ thematic 30', '2021-11-10', '2021-11-12'],
  ['CCPCJ session 31', '2022-05-16', '2022-05-20'],
  ['CCPCJ reconvened 31', '2022-12-08', '2022-12-09'],
  ['CCPCJ session 32', '2023-05-22', '2023-05-26'],
  ['CCPCJ session 33', '2024-05-13', '2024-05-17'],
  ['CCPCJ thematic 33', '2024-12-02', '2024-12-04'],
  ['CCPCJ reconvened 33', '2024-12-05', '2024-12-06'],
  ['CCPCJ session 34', '2025-05-19', '2025-05-23'],
  ['CONGRESS congress 14', '2021-03-07', '2021-03-12', 'Kyoto'],
  ['CONGRESS congress 15', '2026-04-25', '2026-04-30', 'Abu Dhabi'],
  ['COSP session 8', '2019-12-16', '2019-12-20', 'Abu Dhabi'],
  ['COSP session 9', '2021-12-13', '2021-12-17', 'Sharm el-Sheikh'],
  ['COSP session 10', '2023-12-11', '2023-12-15', 'Atlanta'],
  ['COSP session 11', '2025-12-15', '2025-12-19', 'Doha'],
  ['COSP review-group 11', '2020-06-29', '2020-06-29'],
  ['COSP review-group 11 - first-resumed', '2020-08-31', '2020-09-02'],
  ['COSP review-group 12', '2021-06-14', '2021-06-18'],
  ['COSP review-group 13', '2022-06-13', '2022-06-17'],
  ['COSP review-group 13 - resumed', '2022-11-07', '2022-11-11'],
  ['COSP review-group 15 - first-resumed', '2024-08-28', '2024-09-02'],
  ['COSP working-group 12 prevention', '2021-06-14', '2021-06-18'],
  ['COSP working-group 13 prevention', '2022-06-15', '2022-06-17'],
  ['COSP working-group 15 prevention', '2024-09-03', '2024-09-06'],
  ['COSP working-group 14 asset-recovery', '2020-11-16', '2020-11-18'],
  ['COSP working-group 15 asset-recovery', '2021-09-06', '2021-09-10'],
  ['COSP working-group 16 asset-recovery', '2022-11-07', '2022-11-11'],
  ['COSP expert-meeting 11 international-cooperation', '2022-11-07', '2022-11-11'],
  ['COSP briefing', '2024-09-03', '2024-09-03', 'Vienna', 'Annual UNCAC NGO briefing'],
  ['UNTOC session 11', '2022-10-17', '2022-10-21'],
  ['UNTOC session 12', '2024-10-14', '2024-10-18'],
  ['UNTOC working-group 7 smuggling-of-migrants', '2020-09-08', '2020-09-09'],
  ['UNTOC working-group 13 international-cooperation', '2022-05-23', '2022-05-27'],
  ['UNTOC working-group 13 technical-assistance', '2022-05-23', '2022-05-27'],
  ['UNTOC working-group 10 firearms', '2023-05-03', '2023-05-04'],
  ['UNTOC working-group 12 firearms', '2025-04-29', '2025-04-29'],
  ['UNTOC constructive-dialogue firearms', '2022-05-06', '2022-05-06'],
  ['UNTOC constructive-dialogue firearms', '2023-05-05', '2023-05-05'],
  ['UNTOC constructive-dialogue firearms', '2024-04-05', '2024-04-05'],
  ['UNTOC constructive-dialogue firearms', '2025-04-30', '2025-04-30'],
  ['UNTOC constructive-dialogue technical-assistance', '2022-05-27', '2022-05-27'],
  ['UNTOC constructive-dialogue technical-assistance', '2023-05-31', '2023-05-31'],
  ['UNTOC constructive-dialogue smuggling-of-migrants', '2022-07-01', '2022-07-01'],
  ['UNTOC constructive-dialogue smuggling-of-migrants', '2024-07-15', '2024-07-15'],
  ['CYBERCRIME session 1', '2022-02-28', '2022-03-11', 'New York'],
  ['CYBERCRIME session 2', '2022-05-30', '2022-06-10'],
  ['CYBERCRIME session 3', '2022-08-29', '2022-09-09', 'New York'],
  ['CYBERCRIME session 4', '2023-01-09', '2023-01-20'],
  ['CYBERCRIME session 5', '2023-04-11', '2023-04-21'],
  ['CYBERCRIME session 6', '2023-08-21', '2023-09-01', 'New York'],
  ['CYBERCRIME intersessional 1 - first', '2022-03-24', '2022-03-25'],
  ['CYBERCRIME intersessional 2 - second', '2022-06-13', '2022-06-14'],
  ['CYBERCRIME intersessional 3 - third', '2022-11-03', '2022-11-04'],
  ['CYBERCRIME intersessional 4 - fourth', '2023-03-06', '2023-03-07'],
  ['CYBERCRIME intersessional 5 - fifth', '2023-06-20', '2023-06-21'],
  ['CYBERCRIME conference', '2025-10-25', '2025-10-26', 'Hanoi', 'Signing ceremony of the Convention against Cybercrime'],
  ['SMALL-ARMS session 7', '2021-07-26', '2021-07-30', 'New York'],
  ['HLPF session', '2021-07-06', '2021-07-15', 'New York', 'High-level Political Forum'],
  ['HLPF session', '2024-07-15', '2024-07-17', 'New York', 'High-level Political Forum'],
  ['HRC session 63', '2026-09-07', '2026-10-09', 'Geneva'],
  ['HRC session 64', '2027-02-24', '2027-04-02', 'Geneva'],
  ['HRC session 65', '2027-06-14', '2027-07-09', 'Geneva'],
]

const prevention: Identity = { body: 'COSP', kind: 'working-group', session: 12, group: 'prevention' }
const review: Identity = { body: 'COSP', kind: 'review-group', session: 12 }

/** A meeting that is two at once, printed beside them. */
const joint: Meeting = {
  ...review,
  name: 'Implementation Review Group, twelfth session, and Working Group on prevention, twelfth meeting',
  parts: [review, prevention],
  start: '2021-06-14',
  end: '2021-06-18',
  city: 'Vienna',
}

/** Meetings of 2019 to 2027. */
export const meetings: Meeting[] = [...rows.map(meetingOf), joint]

function meetingOf([identity, start, end, city = 'Vienna', name]: Row): Meeting {
  const [body, kind, ...rest] = identity.split(' ')
  const session = rest.find((word) => /^\d+$/.test(word))
  const [group, part] = rest.filter((word) => word !== session)
  return {
    body: body as Meeting['body'],
    kind: kind as Meeting['kind'],
    ...(session && { session: Number(session) }),
    ...(group && group !== '-' && { group }),
    ...(part && { part }),
    ...(name && { name }),
    start,
    end,
    city,
  }
}

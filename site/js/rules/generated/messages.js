// Made by `make generate` from shared_rules. Do not edit.

/** @type {Record<string, import("../types.js").Wording>} */
export const messages = {
 "id_number.missing": [
  "error",
  null,
  "没有身份证号",
  "这一格是空的，没有身份证号就无法投保。",
  "请填写本人 18 位身份证号。"
 ],
 "id_number.length": [
  "error",
  "gb-11643",
  "身份证号位数不对",
  "身份证号应为 18 位，这里是 {length} 位。",
  "请对照身份证，把号码补全或改好为 18 位。"
 ],
 "id_number.fifteen_digits": [
  "error",
  "gb-11643",
  "15 位旧身份证号",
  "这是 15 位的第一代身份证号，已经停用。",
  "请改用现在身份证上的 18 位号码。"
 ],
 "id_number.characters": [
  "error",
  "gb-11643",
  "身份证号里有多余的字符",
  "身份证号只能由数字组成，最后一位可以是 X；这里有“{characters}”。",
  "请删去多余的字符，或对照身份证重新填写。"
 ],
 "id_number.cyrillic_x": [
  "error",
  "gb-11643",
  "最后一位不是英文字母 X",
  "最后一位看起来像 X，其实是另一种文字的字母（西里尔字母 Х 或乘号 ×）。",
  "请切换到英文输入法，把最后一位重新输入为 X。"
 ],
 "id_number.birth_date": [
  "error",
  "gb-11643",
  "身份证号里的出生日期不存在",
  "身份证号第 7 至 14 位是出生日期，这里的日期在日历上不存在，或在将来，或早于 1900 年。",
  "请对照身份证，核对第 7 至 14 位。"
 ],
 "id_number.check_character": [
  "error",
  "gb-11643",
  "身份证号对不上",
  "最后一位与前 17 位对不上（国家标准规定了怎样算），多半是某一位输错，或相邻两位颠倒；末三位是 000 的，多半是 Excel 丢了末几位。",
  "请对照身份证，逐位核对后改好。"
 ],
 "id_number.unknown_kind": [
  "error",
  null,
  "不认识的身份证号",
  "这不是居民身份证、港澳台居民居住证或外国人永久居留身份证的号码。",
  "请对照身份证核对前几位；若是其他证件，请联系本地对接人。"
 ],
 "date.out_of_range": [
  "error",
  null,
  "日期不合理",
  "日期应在 {earliest} 到 {latest} 之间。",
  "请核对年份。"
 ],
 "plan.none_in_force": [
  "error",
  null,
  "本站没有收录那时的保障方案",
  "这个日期早于本站收录的第一个保障方案。",
  "请对照保险单核对日期；日期没错的，请以保险单为准，或联系本地对接人。"
 ],
 "plan.item": [
  "error",
  "article-5",
  "没有这一项保险责任",
  "哪一版保障方案里都没有这一项。",
  "请选择方案里的一项。"
 ],
 "applicant.sex": [
  "error",
  "article-3",
  "没有说明性别",
  "本保险只面向女性，要先知道性别才能判断。",
  "请选择女或男。"
 ],
 "applicant.relation": [
  "error",
  "article-3",
  "没有说明与单位的关系",
  "女职工、男职工的配偶和其他女性家属，要求不一样。",
  "请选择其中一种。"
 ],
 "applicant.health": [
  "error",
  "article-3",
  "没有说明健康状况",
  "参保要求身体健康，要先知道健康状况才能判断。",
  "请选择符合的一种。"
 ],
 "applicant.union": [
  "error",
  "article-19",
  "没有说明单位有没有工会",
  "本办法目前只适用于成立了工会组织的单位。",
  "请选择有、没有或不清楚。"
 ],
 "applicant.renewal": [
  "error",
  "article-4",
  "没有说明是不是连续续保",
  "第一次参保和连续续保的年龄要求不同。",
  "请选择是、不是或不清楚。"
 ],
 "eligibility.male": [
  "error",
  "article-3",
  "男性不能参保",
  "身份证号第 17 位表明这是男性；被保险人须是女职工或男职工的配偶等女性。",
  "请核对号码；替配偶参保的，请填写配偶本人的姓名和身份证号；确为男职工本人的，请从名单中删去。"
 ],
 "eligibility.too_young": [
  "error",
  "article-3",
  "不满参保年龄",
  "按最早生效日 {cover_from} 计算为 {age} 周岁，须年满 {limit} 周岁。",
  "请核对号码；确实未满的，满 {limit} 周岁以后再参加。"
 ],
 "eligibility.too_old": [
  "error",
  "article-4",
  "超过参保年龄",
  "按最早生效日 {cover_from} 计算为 {age} 周岁，首次参保至 {limit} 周岁，连续续保至 {renewal_limit} 周岁。",
  "请核对号码；确实超龄的，请从名单中删去。"
 ],
 "eligibility.renewal_only": [
  "warning",
  "article-4",
  "只有连续续保才可以参加",
  "按最早生效日 {cover_from} 计算为 {age} 周岁，超过首次参保的 {limit} 周岁；只有上一年的保险没有中断、接着续保，才可放宽到 {renewal_limit} 周岁。",
  "请确认她是连续续保；如果是第一次参加，或中间断过，请从名单中删去。"
 ],
 "eligibility.soon_too_old": [
  "warning",
  "article-4",
  "快到年龄上限",
  "最早生效日是 {cover_from}，最晚须在 {last_day} 当天或之前生效，离上限只有 {days} 天。",
  "请尽快缴费、联系对接人办理；生效日若晚于 {last_day}，就不能参加了。"
 ],
 "eligibility.first_time_too_old": [
  "error",
  "article-3",
  "超过首次参保年龄",
  "按生效日 {cover_from} 计算为 {age} 周岁；首次参保或中断后重新参保，最高 {limit} 周岁（连续续保可到 {renewal_limit} 周岁）。",
  "请核对出生日期；如果上一年的保险没有中断，请按连续续保办理。"
 ],
 "eligibility.union_unknown": [
  "warning",
  "article-19",
  "要先确认单位有没有工会",
  "本办法目前只适用于成立了工会组织的单位。",
  "请问一下单位的人事部门或上级工会。"
 ],
 "eligibility.other_relative": [
  "warning",
  "reading-article-3-who",
  "其他女性家属需要确认",
  "管理办法写明的是女职工和男职工的配偶“等”；其他女性家属能否参加，由保险公司确认。",
  "请先向本地对接人确认，再请单位统一参保。"
 ],
 "eligibility.other_illness": [
  "warning",
  "reading-article-3-health",
  "患有其他重大疾病需要确认",
  "被保险人须身体健康；患有或曾患其他重大疾病的，由保险公司确认能否参加。",
  "请带上病历资料，向本地对接人说明情况。"
 ],
 "eligibility.cancer_first_time": [
  "error",
  "reading-article-3-health",
  "患有“两癌”或正在治疗，不能首次参保",
  "首次参保或中断后重新参保，须身体健康；患有乳腺癌、妇科癌，或正在治疗的，不能参加。",
  "如果上一年的保险没有中断，请按连续续保向本地对接人确认。"
 ],
 "eligibility.cancer_cured": [
  "warning",
  "reading-article-3-health",
  "曾患“两癌”、已经治愈，需要确认",
  "被保险人须身体健康；得过乳腺癌、妇科癌、已经治愈的，由保险公司确认能否参加。",
  "请带上病历和复查资料，向本地对接人说明情况。"
 ],
 "eligibility.cancer_renewal": [
  "warning",
  "article-5",
  "续保需要保险公司确认",
  "连续续保的，已经给付过的那一项保险责任终止，其他保险责任能否继续由保险公司确认。",
  "请向本地对接人说明病情和已经给付的项目。"
 ],
 "eligibility.cancer_renewal_unknown": [
  "warning",
  "reading-article-3-health",
  "要先确认是不是连续续保",
  "患有乳腺癌、妇科癌或正在治疗的，首次参保或中断后重新参保不能参加；连续续保的由保险公司确认。",
  "请查一下上一年的保险单，看保险有没有中断，再问本地对接人。"
 ],
 "cover.agreed_too_early": [
  "error",
  "article-4",
  "生效日太早",
  "同意承保、收到保险费、签发保险单三件事都办好的次日是 {earliest}，保险不能早于这一天生效。",
  "请改成 {earliest} 或更晚的一天。"
 ],
 "cover.agreed_too_late": [
  "error",
  "reading-article-4-first-day",
  "生效日太晚",
  "约定的生效日不能晚于 {latest}，也就是三件事都办好一年以后。",
  "请核对年份和日期。"
 ],
 "cover.begins_after_acts": [
  "info",
  "article-4",
  "三件事办好的次日生效",
  "同意承保、收到保险费、签发保险单都办好的次日，{first_day}零时起生效。",
  "不用改。"
 ],
 "cover.begins_after_old": [
  "info",
  "reading-article-4-first-day",
  "接着旧保险生效",
  "旧保险到 {last_day} 24 时为止，新保险从次日 {first_day}零时起，保满一年：没有中断，也不重叠。",
  "不用改。"
 ],
 "cover.begins_as_agreed": [
  "info",
  "reading-article-4-first-day",
  "约定了生效日",
  "三件事都办好，最早可以从 {earliest}零时起生效；约定从 {first_day}零时起生效。",
  "不用改。"
 ],
 "cover.begins_before_issue": [
  "error",
  "article-4",
  "生效日期不对",
  "保险从签发保险单的次日零时起生效，生效日 {first_day} 不能早于签发次日。",
  "请对照保险单核对签发日和生效日。"
 ],
 "cover.gap": [
  "info",
  "reading-article-4-continuous",
  "保险中断过",
  "上一份保险到 {last_day} 为止，下一份从 {first_day} 开始，中间断了 {days} 天，按非连续投保重新计算等待期。",
  "请对照两份保险单核对日期；在到期前办好续保的，不会中断。"
 ],
 "cover.overlap": [
  "warning",
  "reading-article-4-overlap",
  "两份保险单时间重叠",
  "从 {first_day} 起有 {days} 天同时有两份保险单，这些天按先生效的一份计算。",
  "续保早于旧保险单到期的，生效日应为旧保险单到期的次日，请联系本地对接人改正；重复投保的，也请联系对接人。"
 ],
 "cover.before_first_plan": [
  "info",
  "reading-article-20-plan",
  "按第一版方案计算",
  "这份保险单在 {valid_from} 以前签发，本站没有更早的保障方案，按 {valid_from} 起的方案计算。",
  "保险单上另有约定的，以保险单为准。"
 ],
 "cover.plan_changed": [
  "info",
  "reading-article-20-plan",
  "保障方案有调整",
  "这份保险单适用 {valid_from} 起的保障方案，与上一份不同。",
  "请按新的保障方案查看保额和津贴。"
 ],
 "illness.primary": [
  "error",
  "article-5",
  "没有说明是不是原发",
  "保险金只给原发的癌症，要先知道是不是原发。",
  "请选择是、不是或不清楚。"
 ],
 "illness.first": [
  "error",
  "article-5",
  "没有说明是不是初次发生",
  "保险金只给初次发生的癌症，要先知道是不是初次。",
  "请选择是、不是或不清楚。"
 ],
 "lump_sum.due": [
  "info",
  "article-5",
  "可以给付{item}保险金",
  "发病时间按 {occurred} 算，在保险期间内、等待期外，给付保险金额 {amount:,} 元；给付以后，该项保险责任终止。",
  "请按清单备齐理赔材料；以保险公司核定为准。"
 ],
 "lump_sum.waiting": [
  "info",
  "article-5",
  "在等待期内，不给付保险金",
  "发病时间按 {occurred} 算，是生效后第 {day} 天，在 {length} 天等待期内，不给付保险金；可以退还被保险人所交的保险费 {refund:,} 元（由保险公司办理）。",
  "退还的事，请问本地对接人。"
 ],
 "lump_sum.outside_cover": [
  "info",
  "article-9",
  "不在保险期间内",
  "发病时间以病检标本提取日为准，按 {occurred} 算，不在保险期间内。",
  "请核对病理报告上的病检标本提取日和保险单的起止日期。"
 ],
 "lump_sum.already_paid": [
  "info",
  "article-5",
  "这一项已经给付过",
  "{item}保险金已经给付过，对她的这一项保险责任已经终止。",
  "按本站的理解，其他保险责任不受影响；以保险公司核定为准。"
 ],
 "lump_sum.not_first_primary": [
  "info",
  "article-5",
  "不是初次发生的原发癌",
  "{item}保险金只给付初次发生的原发癌。",
  "请核对病理诊断报告；有疑问请联系本地对接人。"
 ],
 "lump_sum.not_in_plan": [
  "info",
  "reading-article-20-plan",
  "发病时的方案里没有这一项",
  "发病时的保险单适用 {valid_from} 起的方案，{disease}不在那份方案里，不给付。",
  "请核对病理诊断报告和保险单；有疑问请联系本地对接人。"
 ],
 "lump_sum.unconfirmed": [
  "warning",
  "article-5",
  "要先确认是不是初次发生的原发癌",
  "{item}保险金只给付初次发生的原发癌，材料里还看不出来。",
  "请医院在诊断证明或病理报告上写明。"
 ],
 "lump_sum.specimen_after_diagnosis": [
  "warning",
  null,
  "病检标本提取日晚于确诊日",
  "病检标本提取日 {occurred} 晚于确诊日 {diagnosed}，通常先取标本、后确诊。",
  "请对照病理报告核对这两个日期。"
 ],
 "stay.discharge_before_admission": [
  "error",
  null,
  "出院早于入院",
  "出院日期不能早于入院日期。",
  "请对照出院小结核对这两个日期。"
 ],
 "stay.overlapping": [
  "error",
  null,
  "两次住院时间重叠",
  "同一个人的两次住院不能有重叠的日子。",
  "请对照出院小结核对日期；同一次住院请只填一次。"
 ],
 "allowance.outside_cover": [
  "info",
  null,
  "不在保险期间内",
  "有 {days} 天不在保险期间内，没有津贴。",
  "请核对保险单的起止日期；住院时保险到期的，由保险公司核定。"
 ],
 "allowance.not_in_plan": [
  "info",
  "reading-article-20-plan",
  "没有这项津贴",
  "有 {days} 天的保险单，方案里没有这一项住院津贴。",
  "请核对保险单。"
 ],
 "allowance.illness_unpaid": [
  "info",
  "reading-article-5-allowance",
  "疾病发生在等待期内或保险期间外",
  "病检标本提取日在等待期内或保险期间外，因这一疾病住院的 {days} 天没有津贴。",
  "在等待期内发生的，可以退还被保险人所交的保险费（由保险公司办理），请联系本地对接人。"
 ],
 "allowance.unpaid": [
  "info",
  "article-6",
  "免赔",
  "每次住院前 {limit} 天免赔，共 {days} 天。",
  "每次住院都这样扣，您不用做什么。"
 ],
 "allowance.transfer": [
  "warning",
  "reading-article-6-days",
  "出院当天又入院，是不是同一次住院",
  "有的入院就在另一次出院的当天。转院算不算同一次住院，办法没有写；这里按两次住院算，后一次也扣免赔，共 {days} 天，是算得少的一种。",
  "是转院的，请把两边的出院小结都交来，由保险公司核定。"
 ],
 "allowance.waiting": [
  "info",
  "reading-article-6-days",
  "等待期",
  "首次参保的前 {limit} 天是等待期，有 {days} 天在等待期内，没有津贴。",
  "您不用做什么；以后连续续保，就没有等待期了。"
 ],
 "allowance.over_cap": [
  "info",
  "article-6",
  "超过全年上限",
  "每个保险年度最多付 {limit} 天，有 {days} 天超过。“全年”按保险年度算、各项分别算，是本站的理解。",
  "您不用做什么；下一个保险年度重新计算。"
 ],
 "report.late": [
  "warning",
  "article-14",
  "报案晚了",
  "应在确诊后 {limit} 日内报案，最晚 {last_day}，已经晚了 {days} 天。",
  "仍然可以报案，本站照样收；晚了有没有影响由保险公司核定。请尽快报案，并说明原因。"
 ],
 "report.provisional": [
  "info",
  "reading-article-14-ten-days",
  "最后一天是暂定的",
  "{limit} 日数到 {counted}，是休息日，按周末和法定节日顺延到 {day}；本站还没有收录那一年的放假和调休安排，那几天里也可能有上班的。",
  "稳妥起见，请在 {counted}以前报案。"
 ],
 "report.before_diagnosis": [
  "error",
  null,
  "报案早于确诊",
  "报案日期不能早于确诊日期。",
  "请对照诊断证明核对日期。"
 ],
 "payout.provisional": [
  "info",
  null,
  "日期是暂定的",
  "本站还没有收录那一年的放假和调休安排，{day} 是按周末和法定节日推算的。",
  "收录以后，日期可能会变。"
 ],
 "funding.public_money": [
  "error",
  "notice-2-4",
  "不能用公款或工会经费购买",
  "机关和事业单位不得用公款（包括工会经费）为个人购买“安康保”；按本站的理解，出一部分也不行。",
  "请改为由参加的职工本人承担。"
 ],
 "funding.tax_deductible": [
  "info",
  "notice-2-2",
  "企业出资可税前扣除",
  "企业为本单位职工支付的部分，按国家规定属于补充医疗保险费的，可按税收政策在企业所得税税前扣除（国发〔2013〕40号）。",
  "不用改；请保留发票，并向主管税务机关确认。"
 ],
 "funding.ask": [
  "warning",
  "reading-article-1-funding",
  "出资方式需要确认",
  "社会团体不是由职工本人出资时，文件没有写明是否可以。",
  "请先向自治区总工会女职工委员会确认，再提交。"
 ],
 "unit.kind": [
  "error",
  "notice-2-4",
  "没有选择单位性质",
  "机关、事业单位、企业和社会团体的出资规定不同。",
  "请选择单位性质。"
 ],
 "unit.no_union": [
  "error",
  "article-19",
  "单位还没有成立工会",
  "本办法目前只适用于成立了工会组织的单位。",
  "请先联系上级工会建立工会组织，再来参保。"
 ],
 "unit.funding": [
  "error",
  "notice-2-4",
  "没有选择保险费由谁承担",
  "不同性质的单位，出资的规定不同。",
  "请选择由职工本人、单位、工会还是几方共同承担。"
 ],
 "certificate.proposed": [
  "info",
  "reading-article-9-names",
  "像是“{disease}”",
  "按诊断证明上的字，对应办法里的“{disease}”。",
  "不对的请改选；算不算，以保险公司核定为准。"
 ],
 "certificate.other_kind": [
  "info",
  "reading-article-9-names",
  "由保险公司核定",
  "这是“{kind}”，办法没有写明算不算。",
  "照样可以报案，由保险公司看病理报告核定。"
 ],
 "certificate.several_sites": [
  "info",
  "article-5",
  "由保险公司核定",
  "写到了不止一个部位，看不出原发在哪里。",
  "医生说过原发部位的，请改选；不清楚的照样可以报案。"
 ],
 "certificate.not_listed": [
  "info",
  "article-5",
  "由保险公司核定",
  "办法列出的病里没有这个部位的。",
  "照样可以报案，由保险公司看病理报告核定。"
 ],
 "certificate.unread": [
  "info",
  null,
  "没有认出来",
  "这几个字认不出是哪一种病，请核对有没有漏字。",
  "您自己选；拿不准的，选“不清楚”，照样可以报案。"
 ],
 "claim.in_the_future": [
  "error",
  null,
  "日期在将来",
  "今天是 {today}，这个日期还没有到。",
  "请核对年份和月份；还没有出院的，出院日期先不填。"
 ],
 "claim.specimen_assumed": [
  "info",
  "reading-article-9-specimen",
  "还不知道病检标本提取日",
  "发病的日子按病检标本提取日算，这里先用确诊日代替。",
  "拿到病理报告后以报告上的日期为准。"
 ],
 "claim.cover_open": [
  "info",
  "article-5",
  "还不知道保险单哪天生效",
  "不知道发病时是不是在保险期间内、过没过等待期，保险金还不能估算。",
  "请看保险单，或者问单位工会。"
 ],
 "claim.paid_before_open": [
  "info",
  "article-5",
  "还不知道以前有没有给付过",
  "同一项保险金给付以后，这项保险责任终止；不知道给付过没有，保险金还不能估算。",
  "请问一下被保险人或单位工会。"
 ],
 "claim.lump_sum_open": [
  "info",
  "article-8",
  "{item}保险金额 {amount:,} 元",
  "在保险期间内、过了等待期，初次发生的原发癌，以前没有给付过的，才给付。",
  "以保险公司核定为准。"
 ],
 "claim.renewal_open": [
  "info",
  "article-5",
  "还不知道是不是连续续保",
  "首次参加的，{waiting_last_day} 及以前在等待期内；连续续保的没有等待期。给付多少还不能估算。",
  "请查一下上一年的保险单，或者问单位工会。"
 ],
 "claim.stay_goes_on": [
  "info",
  "reading-article-6-days",
  "还没有出院",
  "没有出院日期的住院，津贴只估算到 {until}。",
  "出院以后按出院日期算。"
 ]
};

/** @type {Record<string, string>} */
export const articles = {
 "article-14": "第十四条",
 "article-19": "第十九条",
 "article-3": "第三条",
 "article-4": "第四条",
 "article-5": "第五条",
 "article-6": "第六条",
 "article-7": "第七条",
 "article-8": "第八条",
 "article-9": "第九条",
 "gb-11643": "GB 11643",
 "notice-2-2": "通知 二.2",
 "notice-2-4": "通知 二.4",
 "reading-article-1-funding": "本站对第一条的理解",
 "reading-article-14-ten-days": "本站对第十四条的理解",
 "reading-article-20-plan": "本站对第二十条的理解",
 "reading-article-3-health": "本站对第三条的理解",
 "reading-article-3-who": "本站对第三条的理解",
 "reading-article-4-continuous": "本站对第四条的理解",
 "reading-article-4-first-day": "本站对第四条的理解",
 "reading-article-4-overlap": "本站对第四条的理解",
 "reading-article-5-allowance": "本站对第五条的理解",
 "reading-article-6-days": "本站对第六条的理解",
 "reading-article-9-names": "本站对第九条的理解",
 "reading-article-9-specimen": "本站对第九条的理解"
};

// Facts about Chinese that ISO 7098 needs and no dictionary of the platform tells: surnames, what stands beside names,
// what places are called, and letters with several readings in today's language. Simplified letters.

const lettersOf = (list: string): ReadonlySet<string> => new Set(list)
const wordsOf = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Surnames that are hardly anything else when they stand alone in a sentence. */
export const plainSurnames = lettersOf(
  '习张王李赵刘陈杨吴周徐孙朱胡郭林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董潘袁蔡蒋余杜苏魏吕丁沈姚卢傅钟姜崔谭廖汪陆戴贾韦邱侯邹熊孟秦尹薛闫阎黎郝龚邵严覃莫孔汤尚翁柯阮芮裴窦翟栾甄冉骆聂焦柳邢庄葛岳齐梅庞樊殷霍鲁俞耿詹欧卜倪鲍伍喻祁缪蒲宗晏褚娄辛荀牟仇佟迟',
)
/** Surnames that are words too: only beside an office or a verb of saying. */
export const otherSurnames = lettersOf(
  '高白方江黄金马万何任于安常关路华成向单应连全包车时水和温洪凌易乐明文古牛段简米苗谷季申计项查盖区朴解纪宁麦管童蓝景党强屈游花池尤房阴饶瞿艾司向艺图丛钱石叶夏武史毛雷龙程顾贺范',
)
export const longSurnames = wordsOf(
  '欧阳 司马 诸葛 上官 司徒 东方 独孤 南宫 夏侯 皇甫 尉迟 公孙 慕容 令狐 轩辕 端木 长孙 宇文 呼延 鲜于 闻人 申屠 澹台 公冶 淳于 单于 太史 仲孙 万俟 拓跋',
)
/** Readings that a letter has as a surname only. */
export const surnameReadings: Readonly<Record<string, string>> = {
  单: 'shàn',
  任: 'rén',
  曾: 'zēng',
  区: 'ōu',
  仇: 'qiú',
  查: 'zhā',
  盖: 'gě',
  朴: 'piáo',
  解: 'xiè',
  华: 'huà',
  纪: 'jǐ',
  宁: 'nìng',
  应: 'yīng',
  覃: 'qín',
  翟: 'zhái',
  尉迟: 'yù chí',
  万俟: 'mò qí',
  长孙: 'zhǎng sūn',
  令狐: 'líng hú',
  澹台: 'tán tái',
  单于: 'chán yú',
}
/** Surnames whose bearers differ in how they say them. */
export const doubtfulSurnames = lettersOf('覃翟盖乐仇宁纪缪柏召种员折洗')

/** Offices and callings that stand before or after a person's name. */
export const offices = wordsOf(
  '主席 总统 总理 首相 副总统 总书记 书记 委员长 外长 防长 部长 副部长 省长 市长 县长 镇长 村长 州长 区长 局长 处长 科长 院长 校长 会长 社长 行长 团长 师长 军长 司令 司令员 政委 参谋长 将军 上将 中将 少将 大校 上校 中校 少校 上尉 中尉 元帅 队长 舰长 议员 议长 代表 大使 领事 发言人 秘书长 秘书 主任 经理 总裁 董事长 专家 教授 博士 学者 记者 主编 律师 医生 护士 老师 工程师 先生 女士 小姐 同志 夫人 委员 常委 顾问 特使 研究员 船长 农民 司机 商人 工人 居民 法官 检察官 局长 厅长',
)
export const saying = wordsOf(
  '说 称 表示 指出 强调 认为 宣布 告诉 透露 会见 会谈 访问 抵达 出席 发表 主持 签署 呼吁 回应 警告 承诺 要求 介绍 解释 补充 写道 当选 出任 接受 剪彩',
)

/** What places are: the kind of place is a word of its own. Those of two letters and more come first. */
export const placeKinds: readonly string[] = [
  '特别行政区',
  '自治区',
  '自治州',
  '自治县',
  '开发区',
  '海峡',
  '半岛',
  '群岛',
  '盆地',
  '高原',
  '沙漠',
  '运河',
  '水库',
  '大坝',
  '机场',
  '火车站',
  '省',
  '市',
  '县',
  '区',
  '镇',
  '乡',
  '村',
  '港',
  '山',
  '江',
  '河',
  '湖',
  '岛',
  '湾',
  '街',
  '路',
]
/** Names in which the last letter is part of the name, though it looks like a kind of place. */
export const wholePlaces = wordsOf(
  '黑龙江 连云港 张家港 秦皇岛 防城港 井冈山 马鞍山 石景山 峨眉山市 牡丹江 青岛 香港 台湾 镇江 九江',
)
/** Names of two letters whose second is the kind: 长江 is Cháng Jiāng. */
export const shortPlaces = wordsOf(
  '长江 黄河 珠江 淮河 海河 怒江 湘江 汉江 泰山 华山 嵩山 衡山 恒山 黄山 庐山 天山 太湖 东海 南海 黄海 渤海',
)
/** Places that have capitals in a sentence, beside the countries that the platform knows. */
export const knownPlaces = wordsOf(
  '北京 上海 天津 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 石家庄 太原 沈阳 长春 哈尔滨 南京 杭州 合肥 福州 南昌 济南 郑州 武汉 长沙 广州 海口 成都 贵阳 昆明 西安 兰州 西宁 台北 高雄 深圳 厦门 青岛 大连 宁波 苏州 拉萨 乌鲁木齐 呼和浩特 银川 南宁 欧洲 亚洲 非洲 联合国 欧盟 中共 新华社',
)

/** Letters that today's language reads in several ways, each common. */
export const manyReadings = lettersOf(
  '行乐重长朝少传藏曾处单弹当倒调度恶发供观冠好荷横华还几济系降将教角解尽禁卷觉空累量露难强曲任撒散色扇盛省数宿提兴削血应载扎占着只中种转奇乘称参差朴仇区盖翟覃柏召燕薄屏泊澄会都叶石洞',
)
/** Small words as they are read when they stand alone. */
export const smallReadings: Readonly<Record<string, string>> = {
  的: 'de',
  了: 'le',
  着: 'zhe',
  得: 'de',
  地: 'de',
  过: 'guo',
}
/** Small words with one reading where they stand alone. */
export const smallWords = lettersOf(
  '的了着过得地在和与是不为就都而及等被把从向到对于上下中内外前后里也又还很最更将会能要说称',
)

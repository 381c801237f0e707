<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>AddDialog</name>
    <message>
        <source>Add a unit</source>
        <translation>Thêm đơn vị</translation>
    </message>
    <message>
        <source>It stands in the list at once; its setup card can be made afterwards.</source>
        <translation>Đơn vị có ngay trong danh sách; sau đó có thể tạo thẻ đơn vị.</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Thêm</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>T&amp;ên đơn vị</translation>
    </message>
    <message>
        <source>&amp;Code (made from the name when empty)</source>
        <translation>&amp;Mã (để trống thì tạo từ tên)</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại đơn vị</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Loại đơn vị</translation>
    </message>
    <message>
        <source>&amp;Followed by</source>
        <translation>&amp;Cán bộ theo dõi</translation>
    </message>
    <message>
        <source>It &amp;began on a day</source>
        <translation>Có &amp;ngày thành lập</translation>
    </message>
    <message>
        <source>Its first day</source>
        <translation>Ngày thành lập</translation>
    </message>
    <message>
        <source>The unit above</source>
        <translation>Đơn vị cấp trên</translation>
    </message>
</context>
<context>
    <name>AmountEditor</name>
    <message>
        <source>Not understood as an amount. Write for example 35.000.000, 35 triệu or 1,2 tỷ.</source>
        <translation>Chưa hiểu số tiền này. Ghi lại, ví dụ 35.000.000, 35 triệu hoặc 1,2 tỷ.</translation>
    </message>
</context>
<context>
    <name>AnswersPage</name>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Initiatives to answer</source>
        <translation>Số sáng kiến chờ trả</translation>
    </message>
    <message>
        <source>Initiatives</source>
        <translation>Số sáng kiến</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>{units} units, {number} initiatives</source>
        <translation>{units} đơn vị, {number} sáng kiến</translation>
    </message>
    <message>
        <source>Pass {number} accepted &amp;on to {unit}…</source>
        <translation>Ch&amp;uyển {number} hồ sơ đạt lên {unit}…</translation>
    </message>
    <message>
        <source>Send new figures &amp;on to {unit}…</source>
        <translation>Gửi số liệu mới &amp;lên {unit}…</translation>
    </message>
    <message>
        <source>Writing the answers into {folder}</source>
        <translation>Đang ghi kết quả vào {folder}</translation>
    </message>
    <message>
        <source>{number} answers are written and read back. The stick can be taken out.</source>
        <translation>Đã ghi {number} tệp kết quả, đọc lại đều khớp. Có thể rút USB.</translation>
    </message>
    <message>
        <source>{number} answers are written and read back.</source>
        <translation>Đã ghi {number} tệp kết quả, đọc lại đều khớp.</translation>
    </message>
    <message>
        <source>Answers to the teams</source>
        <translation>Trả kết quả cho các đơn vị</translation>
    </message>
    <message>
        <source>One file for each unit: what arrived and what was decided. It goes back the way the bundle came.</source>
        <translation>Mỗi đơn vị một tệp: đã nhận những gì và kết luận ra sao. Chuyển về theo đúng đường gói đã đến.</translation>
    </message>
    <message>
        <source>Units that wait for an answer</source>
        <translation>Đơn vị đang chờ kết quả</translation>
    </message>
    <message>
        <source>Files written</source>
        <translation>Các tệp đã ghi</translation>
    </message>
    <message>
        <source>Nobody waits for an answer. Units stand here as soon as something of theirs came in or was decided.</source>
        <translation>Chưa đơn vị nào chờ kết quả. Đơn vị sẽ đứng ở đây ngay khi gói của họ được nhận hoặc có kết luận.</translation>
    </message>
    <message>
        <source>Open the review</source>
        <translation>Sang Thẩm định</translation>
    </message>
    <message>
        <source>Pass &amp;on to the level above…</source>
        <translation>Ch&amp;uyển lên cấp trên…</translation>
    </message>
    <message>
        <source>&amp;Back to the list</source>
        <translation>&amp;Về danh sách</translation>
    </message>
    <message>
        <source>E&amp;xport answers</source>
        <translation>&amp;Xuất kết quả</translation>
    </message>
</context>
<context>
    <name>AnswersView</name>
    <message>
        <source>Answers</source>
        <translation>Câu trả lời</translation>
    </message>
    <message>
        <source>Its form is not known here. The pages show everything.</source>
        <translation>Máy này chưa có biểu mẫu của hồ sơ. Các trang văn bản có đủ nội dung.</translation>
    </message>
    <message>
        <source>(not answered)</source>
        <translation>(chưa trả lời)</translation>
    </message>
    <message>
        <source>{number} confidential answers are left out.</source>
        <translation>Đã che {number} câu trả lời cần giữ kín.</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Đóng chương trình</translation>
    </message>
</context>
<context>
    <name>AttachmentDialog</name>
    <message>
        <source>&amp;Save a copy…</source>
        <translation>&amp;Lưu một bản…</translation>
    </message>
    <message>
        <source>&amp;Open with another program</source>
        <translation>&amp;Mở bằng chương trình khác</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>&amp;Turn</source>
        <translation>&amp;Xoay</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Nhỏ hơn</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>To hơn</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Đang đọc…</translation>
    </message>
    <message>
        <source>This kind of file is not shown here. Save a copy to look at it.</source>
        <translation>Loại tệp này không xem ngay tại đây được. Lưu một bản để xem.</translation>
    </message>
    <message>
        <source>This kind of file is shown by another program of this computer.</source>
        <translation>Loại tệp này xem bằng chương trình khác của máy.</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Lưu một bản</translation>
    </message>
</context>
<context>
    <name>AuditDialog</name>
    <message>
        <source>When</source>
        <translation>Thời điểm</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Việc</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Về</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Người làm</translation>
    </message>
    <message>
        <source>Log of the book</source>
        <translation>Nhật ký của sổ</translation>
    </message>
    <message>
        <source>Who did what when. It holds no content and cannot be changed.</source>
        <translation>Ai đã làm gì, lúc nào. Nhật ký không ghi nội dung hồ sơ và không sửa được.</translation>
    </message>
    <message>
        <source>Every action</source>
        <translation>Mọi việc</translation>
    </message>
    <message>
        <source>Dossier, unit or file</source>
        <translation>Hồ sơ, đơn vị hoặc tệp</translation>
    </message>
    <message>
        <source>F&amp;rom</source>
        <translation>&amp;Từ ngày</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>Đế&amp;n ngày</translation>
    </message>
    <message>
        <source>&amp;Action</source>
        <translation>&amp;Việc</translation>
    </message>
    <message>
        <source>A&amp;bout</source>
        <translation>V&amp;ề</translation>
    </message>
    <message>
        <source>&amp;Write to a file…</source>
        <translation>&amp;Ghi ra tệp…</translation>
    </message>
    <message>
        <source>No line fits.</source>
        <translation>Không có dòng nào khớp.</translation>
    </message>
    <message>
        <source>“{day}” is not understood. Write for example 05/03/2026.</source>
        <translation>Không hiểu “{day}”. Ghi ví dụ 05/03/2026.</translation>
    </message>
    <message>
        <source>Write the log</source>
        <translation>Ghi nhật ký</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Đang ghi…</translation>
    </message>
    <message>
        <source>{number} lines were written: {file}</source>
        <translation>Đã ghi {number} dòng: {file}</translation>
    </message>
</context>
<context>
    <name>BackupWords</name>
    <message>
        <source>When the program closed</source>
        <translation>Khi đóng chương trình</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>Hằng ngày</translation>
    </message>
    <message>
        <source>Before taking in many</source>
        <translation>Trước khi nhận nhiều</translation>
    </message>
    <message>
        <source>Before an update of the book</source>
        <translation>Trước khi nâng cấp sổ</translation>
    </message>
    <message>
        <source>Before a restore</source>
        <translation>Trước khi khôi phục</translation>
    </message>
    <message>
        <source>For a move</source>
        <translation>Khi chuyển máy</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Bấm sao lưu</translation>
    </message>
    <message>
        <source>{initiatives} initiatives · {files} files</source>
        <translation>{initiatives} sáng kiến · {files} tệp</translation>
    </message>
    <message>
        <source>Here and on the second disk</source>
        <translation>Máy này và ổ thứ hai</translation>
    </message>
    <message>
        <source>On the second disk</source>
        <translation>Ổ thứ hai</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Máy này</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Lúc</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Vì sao</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>Trong đó có</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Dung lượng</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Ở đâu</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Backups</source>
        <translation>Sao lưu</translation>
    </message>
    <message>
        <source>The book is backed up by itself: when the program closes, once a day, before much is taken in and before it changes as a whole. Each backup was read back and opened before it stands here. Keys are not in it: put them away under “Keys”.</source>
        <translation>Sổ được tự sao lưu: khi đóng chương trình, mỗi ngày một lần, trước khi nhận nhiều và trước mỗi thay đổi lớn. Bản nào có trong danh sách này đều đã được đọc lại và mở thử. Trong đó không có khóa: hãy cất khóa riêng ở mục “Khóa”.</translation>
    </message>
    <message>
        <source>There is no backup yet. “Back up now” makes the first one.</source>
        <translation>Chưa có bản sao lưu nào. Bấm “Sao lưu ngay” để có bản đầu tiên.</translation>
    </message>
    <message>
        <source>&amp;Look inside and restore…</source>
        <translation>&amp;Xem trước và khôi phục…</translation>
    </message>
    <message>
        <source>C&amp;heck</source>
        <translation>&amp;Kiểm tra</translation>
    </message>
    <message>
        <source>&amp;Second disk…</source>
        <translation>Ổ đĩa &amp;thứ hai…</translation>
    </message>
    <message>
        <source>&amp;No second disk</source>
        <translation>&amp;Bỏ ổ thứ hai</translation>
    </message>
    <message>
        <source>&amp;Back up now</source>
        <translation>&amp;Sao lưu ngay</translation>
    </message>
    <message>
        <source>There is no second disk: when this one fails, the backups go with it.</source>
        <translation>Chưa có ổ đĩa thứ hai: ổ này hỏng thì mất cả sổ lẫn bản sao lưu.</translation>
    </message>
    <message>
        <source>The second disk {folder} is not plugged in now.</source>
        <translation>Ổ đĩa thứ hai {folder} hiện không cắm vào máy.</translation>
    </message>
    <message>
        <source>{folder} is on the same disk as the book: with it both would be lost.</source>
        <translation>{folder} cùng một ổ đĩa với sổ: ổ hỏng thì mất cả hai.</translation>
    </message>
    <message>
        <source>Each backup is copied to {folder} as well.</source>
        <translation>Mỗi bản sao lưu được chép thêm vào {folder}.</translation>
    </message>
    <message>
        <source>all of it read on {day}</source>
        <translation>đã đọc lại toàn bộ lúc {day}</translation>
    </message>
    <message>
        <source>{number} files were broken already</source>
        <translation>{number} tệp đã hỏng từ trước</translation>
    </message>
    <message>
        <source>restoring it takes the last restore back</source>
        <translation>khôi phục bản này là hoàn tác lần khôi phục vừa rồi</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>Đang sao lưu…</translation>
    </message>
    <message>
        <source>Reading all of the backup…</source>
        <translation>Đang đọc lại toàn bộ bản sao lưu…</translation>
    </message>
    <message>
        <source>Second disk for the backups</source>
        <translation>Ổ đĩa thứ hai cho bản sao lưu</translation>
    </message>
    <message>
        <source>Trying the second disk…</source>
        <translation>Đang thử ổ đĩa thứ hai…</translation>
    </message>
</context>
<context>
    <name>BigView</name>
    <message>
        <source>Back (Esc)</source>
        <translation>Quay lại (Esc)</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Behind</source>
        <translation>Chậm</translation>
    </message>
    <message>
        <source>On track</source>
        <translation>Kịp tiến độ</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Đạt</translation>
    </message>
    <message>
        <source>No target</source>
        <translation>Chưa có chỉ tiêu</translation>
    </message>
    <message>
        <source>the unit's own target</source>
        <translation>chỉ tiêu riêng của đơn vị</translation>
    </message>
    <message>
        <source>by the rule of its group</source>
        <translation>theo mức chung của cụm, khối</translation>
    </message>
    <message>
        <source>sum of the units below</source>
        <translation>tổng các đơn vị trực thuộc</translation>
    </message>
    <message>
        <source>Units below a line count once</source>
        <translation>Đơn vị trực thuộc một dòng đã hiện chỉ tính một lần</translation>
    </message>
    <message>
        <source>Total of {number} lines</source>
        <translation>Tổng cộng {number} dòng</translation>
    </message>
    <message>
        <source>Followed by {name}</source>
        <translation>Cán bộ theo dõi: {name}</translation>
    </message>
    <message>
        <source>Closed on {day}</source>
        <translation>Kết thúc hoạt động từ {day}</translation>
    </message>
    <message>
        <source>Target {number}: {source}</source>
        <translation>Chỉ tiêu {number}: {source}</translation>
    </message>
    <message>
        <source>Registered {registered}, by the rule {rule}</source>
        <translation>Đăng ký {registered}, theo tỷ lệ quy định {rule}</translation>
    </message>
    <message>
        <source> (closed)</source>
        <translation> (đã kết thúc)</translation>
    </message>
    <message>
        <source>{sign} {new} (before {before})</source>
        <translation>{sign} {new} (trước {before})</translation>
    </message>
    <message>
        <source>{day}, {days} days</source>
        <translation>{day}, {days} ngày</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 ngày qua</translation>
    </message>
    <message>
        <source>Last bundle</source>
        <translation>Gói gần nhất</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Soạn</translation>
    </message>
    <message>
        <source>Submission</source>
        <translation>Nộp</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>Công nhận</translation>
    </message>
    <message>
        <source>Portal</source>
        <translation>Cổng</translation>
    </message>
    <message>
        <source>Target and trend</source>
        <translation>Chỉ tiêu, xu hướng</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Nháp</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Council</source>
        <translation>Đã trình</translation>
    </message>
    <message>
        <source>Recog.</source>
        <translation>Đã CN</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Không</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Chờ</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>Gói</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Giao</translation>
    </message>
    <message>
        <source>Recv.</source>
        <translation>Nhận</translation>
    </message>
    <message>
        <source>Acc.</source>
        <translation>Đạt</translation>
    </message>
    <message>
        <source>Ret.</source>
        <translation>Trả lại</translation>
    </message>
    <message>
        <source>Decl.</source>
        <translation>Không</translation>
    </message>
    <message>
        <source>Looked</source>
        <translation>Xét</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Hợp lệ</translation>
    </message>
    <message>
        <source>Invalid</source>
        <translation>Không</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>What the unit is to reach</source>
        <translation>Số sáng kiến cần đạt</translation>
    </message>
    <message>
        <source>Counts for the target</source>
        <translation>Số được tính vào chỉ tiêu</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Còn thiếu</translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation>Số sáng kiến còn thiếu</translation>
    </message>
    <message>
        <source>Per cent</source>
        <translation>Tỷ lệ</translation>
    </message>
    <message>
        <source>Share of the target</source>
        <translation>Tỷ lệ so với chỉ tiêu</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>Held against the days gone by</source>
        <translation>So với số ngày đã qua của kỳ</translation>
    </message>
    <message>
        <source>New in the last seven days, and in the seven before</source>
        <translation>Số mới trong 7 ngày qua, và trong 7 ngày trước đó</translation>
    </message>
    <message>
        <source>When the unit was last heard of, and how many days ago</source>
        <translation>Ngày nhận gói gần nhất của đơn vị, và cách đây mấy ngày</translation>
    </message>
</context>
<context>
    <name>BoardCharts</name>
    <message>
        <source>missing {number} of {target}</source>
        <translation>thiếu {number} / {target}</translation>
    </message>
    <message>
        <source>Furthest from the target</source>
        <translation>Còn thiếu nhiều nhất</translation>
    </message>
    <message>
        <source>No unit is short of its target.</source>
        <translation>Không có đơn vị nào còn thiếu chỉ tiêu.</translation>
    </message>
    <message>
        <source>New each week: {unit}</source>
        <translation>Mới từng tuần: {unit}</translation>
    </message>
    <message>
        <source>Nothing new in these weeks.</source>
        <translation>Các tuần này chưa có số mới.</translation>
    </message>
</context>
<context>
    <name>BoardItemsDialog</name>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tên sáng kiến</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>These initiatives make the number, the newest first.</source>
        <translation>Các sáng kiến tạo nên số này, mới nhất ở trên.</translation>
    </message>
    <message>
        <source>&amp;Open the report</source>
        <translation>&amp;Mở báo cáo</translation>
    </message>
    <message>
        <source>Nothing stands behind this number.</source>
        <translation>Số này chưa có sáng kiến nào.</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>Summary</source>
        <translation>Tổng hợp</translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation>&amp;Bảng</translation>
    </message>
    <message>
        <source>&amp;Charts</source>
        <translation>Biểu &amp;đồ</translation>
    </message>
    <message>
        <source>Search units</source>
        <translation>Tìm đơn vị</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Mọi loại đơn vị</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>Mọi cụm, khối</translation>
    </message>
    <message>
        <source>All officers</source>
        <translation>Mọi cán bộ</translation>
    </message>
    <message>
        <source>Behind or not</source>
        <translation>Chậm hay kịp</translation>
    </message>
    <message>
        <source>As a tree</source>
        <translation>Theo cây đơn vị</translation>
    </message>
    <message>
        <source>All columns</source>
        <translation>Đủ các cột</translation>
    </message>
    <message>
        <source>Progress of the units</source>
        <translation>Tiến độ của các đơn vị</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>Tổng cộng</translation>
    </message>
    <message>
        <source>How far each unit has come stands here, once there are units below this office.</source>
        <translation>Khi có đơn vị trực thuộc, tiến độ của từng đơn vị sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Go to the units</source>
        <translation>Mở danh sách đơn vị</translation>
    </message>
    <message>
        <source>C&amp;opy the table</source>
        <translation>&amp;Chép bảng</translation>
    </message>
    <message>
        <source>&amp;Big view (F11)</source>
        <translation>&amp;Xem lớn (F11)</translation>
    </message>
    <message>
        <source>&amp;Reports…</source>
        <translation>Báo &amp;cáo…</translation>
    </message>
    <message>
        <source>Enter on a number shows the initiatives behind it. Ctrl+↓ and Ctrl+↑ sort, + and − open and shut a unit.</source>
        <translation>Nhấn Enter ở một số để xem các sáng kiến tạo nên số đó. Ctrl+↓ và Ctrl+↑ để sắp xếp, + và − để mở hoặc thu gọn một đơn vị.</translation>
    </message>
    <message>
        <source>State of {day}. The four tracks stand apart and are not added up.</source>
        <translation>Số liệu ngày {day}. Bốn mạch theo dõi đứng riêng, không cộng dồn với nhau.</translation>
    </message>
    <message>
        <source>As each office told it last, the earliest on {day}.</source>
        <translation>Theo số liệu từng cơ quan cấp dưới báo gần nhất, sớm nhất là ngày {day}.</translation>
    </message>
    <message>
        <source>These figures were told; their reports lie at the office below.</source>
        <translation>Đây là số liệu cấp dưới báo lên; hồ sơ nằm ở cơ quan đó.</translation>
    </message>
    <message>
        <source>{number} lines copied</source>
        <translation>Đã chép {number} dòng</translation>
    </message>
</context>
<context>
    <name>BulkDialog</name>
    <message>
        <source>{verdict}: {number} reports</source>
        <translation>{verdict}: {number} hồ sơ</translation>
    </message>
    <message>
        <source>The reports</source>
        <translation>Các hồ sơ</translation>
    </message>
    <message>
        <source>Comment to all their teams</source>
        <translation>Ý kiến gửi tất cả các đơn vị</translation>
    </message>
    <message>
        <source>The same comment goes with each of them</source>
        <translation>Ý kiến này đi cùng từng hồ sơ</translation>
    </message>
    <message>
        <source>&amp;Phrases</source>
        <translation>Câu &amp;mẫu</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>“{verdict}” needs a word why. Write it, then press Ctrl+Enter.</source>
        <translation>“{verdict}” cần một câu nói rõ vì sao. Viết vào đây rồi bấm Ctrl+Enter.</translation>
    </message>
    <message>
        <source>{done} decided, {left} not. Why stands with each.</source>
        <translation>Đã ghi kết luận cho {done} hồ sơ, còn {left} hồ sơ chưa ghi được. Lý do ghi ở từng dòng.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>CalculatorDialog</name>
    <message>
        <source>Work out the benefit</source>
        <translation>Tính tiền làm lợi</translation>
    </message>
    <message>
        <source>Kind of benefit</source>
        <translation>Loại lợi ích</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Put into the report</source>
        <translation>Đưa vào báo cáo</translation>
    </message>
    <message>
        <source>How many of them a year has</source>
        <translation>Một năm có bao nhiêu ngày (ca) như vậy</translation>
    </message>
    <message>
        <source>Measured during (days)</source>
        <translation>Số liệu đo trong (ngày)</translation>
    </message>
    <message>
        <source>Cost of carrying it out (đồng)</source>
        <translation>Chi phí thực hiện (đồng)</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>Fill in every line to see the result.</source>
        <translation>Điền đủ các dòng để thấy kết quả.</translation>
    </message>
    <message>
        <source>More than one billion đồng a year: look at the figures again.</source>
        <translation>Hơn một tỷ đồng một năm: nên xem lại từng con số.</translation>
    </message>
    <message>
        <source>Measured for less than a month: say so beside the yearly figure.</source>
        <translation>Đo chưa đủ một tháng: nên ghi rõ điều này cạnh số tiền cả năm.</translation>
    </message>
    <message>
        <source>The new way costs more than the old one.</source>
        <translation>Cách mới tốn hơn cách cũ.</translation>
    </message>
</context>
<context>
    <name>Carried</name>
    <message>
        <source>{number} initiatives</source>
        <translation>{number} sáng kiến</translation>
    </message>
</context>
<context>
    <name>ChangeDialog</name>
    <message>
        <source>From &amp;day</source>
        <translation>Từ n&amp;gày</translation>
    </message>
    <message>
        <source>Number of the decision</source>
        <translation>Số quyết định</translation>
    </message>
    <message>
        <source>&amp;Number of the decision (if there is one)</source>
        <translation>Số &amp;quyết định (nếu có)</translation>
    </message>
</context>
<context>
    <name>ChangesView</name>
    <message>
        <source>Only what &amp;differs</source>
        <translation>&amp;Chỉ xem chỗ khác</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Những chỗ khác nhau</translation>
    </message>
    <message>
        <source>added</source>
        <translation>thêm</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>bỏ</translation>
    </message>
    <message>
        <source>No answer differs from that revision.</source>
        <translation>Không có câu trả lời nào khác lần nộp đó.</translation>
    </message>
    <message>
        <source>Asked of revision {number}: {comment}</source>
        <translation>Đã yêu cầu ở lần nộp {number}: {comment}</translation>
    </message>
    <message>
        <source>[added: {text}]</source>
        <translation>[thêm: {text}]</translation>
    </message>
    <message>
        <source>[removed: {text}]</source>
        <translation>[bỏ: {text}]</translation>
    </message>
    <message>
        <source>Attached files</source>
        <translation>Tệp đính kèm</translation>
    </message>
</context>
<context>
    <name>CleaningDialog</name>
    <message>
        <source>Mend the letters</source>
        <translation>Sửa chữ</translation>
    </message>
    <message>
        <source>These texts have letters that others cannot read or find. Compare before and after; what is ticked is changed and can be undone.</source>
        <translation>Những chỗ này có chữ mà máy khác không đọc hoặc không tìm được. So trước và sau; chỗ được chọn sẽ đổi, đổi rồi vẫn hoàn tác được.</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Các chỗ nên sửa</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Để nguyên</translation>
    </message>
    <message>
        <source>Change what is ticked</source>
        <translation>Đổi các chỗ đã chọn</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Hiện nay</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Sau khi đổi</translation>
    </message>
    <message>
        <source>old encoding {name}</source>
        <translation>bảng mã cũ {name}</translation>
    </message>
    <message>
        <source>letters of another alphabet in “{word}”</source>
        <translation>chữ cái nước khác trong “{word}”</translation>
    </message>
</context>
<context>
    <name>CloseDialog</name>
    <message>
        <source>{name} is not listed any more from that day. Its reports, its computers and its bundles under way stay and count with the unit named here.</source>
        <translation>Từ ngày đó {name} không còn trong danh sách. Sáng kiến, máy tính và các gói đang trên đường của đơn vị vẫn giữ nguyên, được tính cùng đơn vị chọn dưới đây.</translation>
    </message>
    <message>
        <source>Close a unit</source>
        <translation>Kết thúc hoạt động của đơn vị</translation>
    </message>
    <message>
        <source>C&amp;lose it</source>
        <translation>&amp;Kết thúc</translation>
    </message>
    <message>
        <source>Its reports count with</source>
        <translation>Sáng kiến của đơn vị tính cùng</translation>
    </message>
    <message>
        <source>{number} units below it go to</source>
        <translation>{number} đơn vị trực thuộc chuyển về</translation>
    </message>
</context>
<context>
    <name>ClosingBackup</name>
    <message>
        <source>Backing up before closing</source>
        <translation>Sao lưu trước khi đóng</translation>
    </message>
    <message>
        <source>The book is backed up and checked. This takes a moment.</source>
        <translation>Sổ đang được sao lưu và kiểm tra lại, chờ một lát.</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>Ở &amp;lại</translation>
    </message>
    <message>
        <source>&amp;Close without waiting</source>
        <translation>Đóng &amp;không chờ</translation>
    </message>
    <message>
        <source>&amp;Close all the same</source>
        <translation>&amp;Vẫn đóng</translation>
    </message>
</context>
<context>
    <name>CommentFiles</name>
    <message>
        <source>A&amp;ttach a file…</source>
        <translation>Đính &amp;kèm tệp…</translation>
    </message>
    <message>
        <source>Take off {file}</source>
        <translation>Bỏ tệp {file}</translation>
    </message>
    <message>
        <source>Attach to the comment</source>
        <translation>Đính kèm vào nhận xét</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>Two versions of a report</source>
        <translation>Một hồ sơ có hai bản</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Những chỗ khác nhau</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>Để &amp;sau</translation>
    </message>
    <message>
        <source>Use the one &amp;here</source>
        <translation>Dùng bản đ&amp;ang có</translation>
    </message>
    <message>
        <source>Use the one that &amp;came</source>
        <translation>Dùng bản mới đế&amp;n</translation>
    </message>
    <message>
        <source>{unit} sent two versions of this report that went on in different ways. Both are kept. The version you do not use goes back to whoever wrote it. {number} to choose.</source>
        <translation>{unit} gửi hai bản của hồ sơ này, sửa theo hai hướng khác nhau. Cả hai đều được giữ. Bản không dùng sẽ được trả lại người viết. Còn {number} hồ sơ cần chọn.</translation>
    </message>
    <message>
        <source>The answers are the same; only their earlier revisions differ.</source>
        <translation>Nội dung trả lời giống nhau; chỉ các lần hoàn chỉnh trước đó khác nhau.</translation>
    </message>
    <message>
        <source>In use here</source>
        <translation>Đang dùng ở đây</translation>
    </message>
    <message>
        <source>Came later</source>
        <translation>Mới đến</translation>
    </message>
    <message>
        <source>Revision {revision} of {moment}, computer {device}, bundle {number}, mark {mark}</source>
        <translation>Lần {revision}, {moment}, máy {device}, gói số {number}, mã đối chiếu {mark}</translation>
    </message>
    <message>
        <source>(not answered)</source>
        <translation>(chưa trả lời)</translation>
    </message>
</context>
<context>
    <name>CorrectionDialog</name>
    <message>
        <source>Put right what was recorded</source>
        <translation>Sửa điều đã ghi</translation>
    </message>
    <message>
        <source>Change only what is wrong. The earlier entry stays in the history; a new one is added with the reason.</source>
        <translation>Chỉ sửa chỗ sai. Điều đã ghi trước vẫn còn trong lịch sử; lần sửa được ghi thêm cùng lý do.</translation>
    </message>
    <message>
        <source>&amp;Put right</source>
        <translation>&amp;Sửa</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Lý do sửa</translation>
    </message>
</context>
<context>
    <name>CouncilDialog</name>
    <message>
        <source>Council</source>
        <translation>Hội đồng sáng kiến</translation>
    </message>
    <message>
        <source>Chair, vice-chair, secretary, experts, and somebody who speaks for the union the author is a member of (Thông tư 18/2013/TT-BKHCN, article 8).</source>
        <translation>Chủ tịch, phó chủ tịch, thư ký, chuyên gia và đại diện công đoàn mà tác giả là thành viên (Điều 8 Thông tư 18/2013/TT-BKHCN).</translation>
    </message>
    <message>
        <source>&amp;Keep the council</source>
        <translation>&amp;Lưu hội đồng</translation>
    </message>
    <message>
        <source>The establishment lives on the State's &amp;money</source>
        <translation>Đơn vị dùng &amp;kinh phí nhà nước</translation>
    </message>
    <message>
        <source>&amp;Which</source>
        <translation>Chọn hộ&amp;i đồng</translation>
    </message>
    <message>
        <source>&amp;Name of the council</source>
        <translation>&amp;Tên hội đồng</translation>
    </message>
    <message>
        <source>&amp;Establishment</source>
        <translation>Đơn &amp;vị</translation>
    </message>
    <message>
        <source>&amp;Votes needed</source>
        <translation>Số &amp;phiếu cần đạt</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Chức danh</translation>
    </message>
    <message>
        <source>For the union</source>
        <translation>Đại diện công đoàn</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Thành viên</translation>
    </message>
    <message>
        <source>&amp;Add a member</source>
        <translation>Thê&amp;m thành viên</translation>
    </message>
    <message>
        <source>&amp;Take away</source>
        <translation>&amp;Bỏ</translation>
    </message>
    <message>
        <source>A new council</source>
        <translation>Hội đồng mới</translation>
    </message>
    <message>
        <source>Role of member {number}</source>
        <translation>Chức danh của thành viên {number}</translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>Locked</source>
        <translation>Đang khóa</translation>
    </message>
</context>
<context>
    <name>DailyBackup</name>
    <message>
        <source>Backed up here; the second disk is not plugged in.</source>
        <translation>Đã sao lưu trên máy này; ổ đĩa thứ hai chưa cắm.</translation>
    </message>
    <message>
        <source>Backed up</source>
        <translation>Đã sao lưu</translation>
    </message>
</context>
<context>
    <name>DataCheckDialog</name>
    <message>
        <source>What</source>
        <translation>Mục</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Thấy</translation>
    </message>
    <message>
        <source>Mended</source>
        <translation>Đã sửa</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Check the data</source>
        <translation>Kiểm tra dữ liệu</translation>
    </message>
    <message>
        <source>The whole book is looked through for damage: the database, the files, lists and numbers. Nothing is changed by that. Before anything is mended the book is backed up, and what is taken away is only set aside.</source>
        <translation>Xem cả sổ có chỗ nào hỏng không: cơ sở dữ liệu, tệp, danh sách và số thứ tự. Kiểm tra không làm thay đổi gì. Trước khi sửa, sổ được sao lưu; những gì lấy ra chỉ để riêng, không xóa.</translation>
    </message>
    <message>
        <source>&amp;Read every file too (takes longer)</source>
        <translation>Đọc cả &amp;từng tệp (lâu hơn)</translation>
    </message>
    <message>
        <source>C&amp;heck now</source>
        <translation>&amp;Kiểm tra ngay</translation>
    </message>
    <message>
        <source>What is found will stand here.</source>
        <translation>Những gì thấy sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>&amp;Mend what can be mended</source>
        <translation>&amp;Sửa những gì sửa được</translation>
    </message>
    <message>
        <source>Mending…</source>
        <translation>Đang sửa…</translation>
    </message>
    <message>
        <source>Looking through the book…</source>
        <translation>Đang kiểm tra sổ…</translation>
    </message>
    <message>
        <source>{number} checks ran. Nothing is wrong.</source>
        <translation>Đã kiểm tra {number} mục, không thấy gì hỏng.</translation>
    </message>
    <message>
        <source>The files were not read.</source>
        <translation>Chưa đọc nội dung các tệp.</translation>
    </message>
    <message>
        <source>Found: {left}. Nothing was changed.</source>
        <translation>Thấy {left} chỗ. Chưa thay đổi gì.</translation>
    </message>
    <message>
        <source>Mended: {mended}. Left: {left}.</source>
        <translation>Đã sửa {mended} chỗ, còn {left} chỗ.</translation>
    </message>
    <message>
        <source>The book was backed up before: {file}</source>
        <translation>Trước khi sửa đã sao lưu sổ: {file}</translation>
    </message>
    <message>
        <source>Can be mended</source>
        <translation>Có thể sửa</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Cần xử lý</translation>
    </message>
    <message>
        <source>For example: {examples}</source>
        <translation>Ví dụ: {examples}</translation>
    </message>
</context>
<context>
    <name>DateEditor</name>
    <message>
        <source>day/month/year, or month/year, or year</source>
        <translation>ngày/tháng/năm, hoặc tháng/năm, hoặc năm</translation>
    </message>
    <message>
        <source>month/year</source>
        <translation>tháng/năm</translation>
    </message>
    <message>
        <source>day/month/year</source>
        <translation>ngày/tháng/năm</translation>
    </message>
    <message>
        <source>Not understood as a date. Write for example 05/03/2026.</source>
        <translation>Chưa hiểu ngày này. Ghi theo kiểu 05/03/2026.</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>day/month/year</source>
        <translation>ngày/tháng/năm</translation>
    </message>
</context>
<context>
    <name>DecisionDialog</name>
    <message>
        <source>Decision of the establishment</source>
        <translation>Quyết định của đơn vị</translation>
    </message>
    <message>
        <source>Copy number, day and signer from the decision that was signed and sealed. In a company the director signs, not the union.</source>
        <translation>Chép số, ngày và người ký từ quyết định đã ký, đóng dấu. Ở doanh nghiệp, giám đốc ký chứ không phải công đoàn.</translation>
    </message>
    <message>
        <source>&amp;Record the decision</source>
        <translation>&amp;Ghi quyết định</translation>
    </message>
    <message>
        <source>Give each author the &amp;next certificate number</source>
        <translation>Cấp cho mỗi tác giả &amp;số giấy chứng nhận tiếp theo</translation>
    </message>
    <message>
        <source>Decision &amp;number</source>
        <translation>Số &amp;quyết định</translation>
    </message>
    <message>
        <source>Decided &amp;on</source>
        <translation>Ngà&amp;y quyết định</translation>
    </message>
    <message>
        <source>&amp;Signed by</source>
        <translation>Người &amp;ký</translation>
    </message>
    <message>
        <source>&amp;Establishment</source>
        <translation>Nơi &amp;ban hành</translation>
    </message>
    <message>
        <source>&amp;Level</source>
        <translation>&amp;Cấp</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>Recognised</source>
        <translation>Công nhận</translation>
    </message>
    <message>
        <source>Not recognised</source>
        <translation>Không công nhận</translation>
    </message>
    <message>
        <source>reason, if it is not recognised</source>
        <translation>lý do, nếu không công nhận</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>hội đồng đề nghị</translation>
    </message>
    <message>
        <source>not proposed</source>
        <translation>hội đồng không đề nghị</translation>
    </message>
    <message>
        <source>Reason: {code}</source>
        <translation>Lý do: {code}</translation>
    </message>
</context>
<context>
    <name>Destination</name>
    <message>
        <source>Another &amp;folder…</source>
        <translation>Chọn &amp;thư mục khác…</translation>
    </message>
    <message>
        <source>Where to write</source>
        <translation>Ghi vào đâu</translation>
    </message>
    <message>
        <source>No stick seen yet. Put one in and it appears here.</source>
        <translation>Chưa thấy USB nào. Cắm USB vào là hiện ra ở đây.</translation>
    </message>
    <message>
        <source>Stick {name}
can only be read</source>
        <translation>USB {name}
chỉ đọc được, không ghi được</translation>
    </message>
    <message>
        <source>Stick {name}
not enough room, {free} free</source>
        <translation>USB {name}
không đủ chỗ, chỉ còn {free}</translation>
    </message>
    <message>
        <source>Stick {name}
{free} free</source>
        <translation>USB {name}
còn trống {free}</translation>
    </message>
    <message>
        <source>{free} free</source>
        <translation>còn trống {free}</translation>
    </message>
</context>
<context>
    <name>DifferenceDialog</name>
    <message>
        <source>Decided by somebody else meanwhile</source>
        <translation>Người khác vừa làm sáng kiến này</translation>
    </message>
    <message>
        <source>While you had this open, somebody else worked on it. Your own decision was not kept yet, and nothing was written over.</source>
        <translation>Trong lúc đang mở ở máy này, người khác đã làm sáng kiến này. Quyết định ở máy này chưa được lưu, và không có gì bị ghi đè.</translation>
    </message>
    <message>
        <source>Your decision would be: {verdict}</source>
        <translation>Quyết định đang định đưa ra: {verdict}</translation>
    </message>
    <message>
        <source>Put &amp;mine on top</source>
        <translation>Đặt của &amp;mình lên trên</translation>
    </message>
    <message>
        <source>&amp;Keep the other one's</source>
        <translation>&amp;Giữ của người kia</translation>
    </message>
    <message>
        <source>Its state was changed.</source>
        <translation>Trạng thái đã đổi.</translation>
    </message>
    <message>
        <source>What was done meanwhile</source>
        <translation>Những gì vừa được làm</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Một người khác</translation>
    </message>
    <message>
        <source>The decision was taken back</source>
        <translation>Đã rút lại quyết định</translation>
    </message>
    <message>
        <source>Changed otherwise</source>
        <translation>Có thay đổi khác</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Đạt</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Trả lại bổ sung</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Không đạt</translation>
    </message>
</context>
<context>
    <name>DocumentDialog</name>
    <message>
        <source>Documents</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Trang {page} trên {pages}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>This document…</source>
        <translation>Văn bản này…</translation>
    </message>
    <message>
        <source>All documents…</source>
        <translation>Tất cả văn bản…</translation>
    </message>
    <message>
        <source>Save as Word and PDF…</source>
        <translation>Lưu ra Word và PDF…</translation>
    </message>
    <message>
        <source>Laying out…</source>
        <translation>Đang dàn trang…</translation>
    </message>
    <message>
        <source>No printer is set up on this computer. Save as PDF and print elsewhere.</source>
        <translation>Máy này chưa cài máy in. Lưu thành PDF rồi in ở máy khác.</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>Đã gửi tới máy in</translation>
    </message>
    <message>
        <source>Save into</source>
        <translation>Lưu vào</translation>
    </message>
</context>
<context>
    <name>DocumentsTryout</name>
    <message>
        <source>Filling the documents…</source>
        <translation>Đang điền các văn bản…</translation>
    </message>
    <message>
        <source>This template has no Word document.</source>
        <translation>Mẫu này chưa có văn bản Word nào.</translation>
    </message>
    <message>
        <source>page {page} of {pages}</source>
        <translation>trang {page}/{pages}</translation>
    </message>
</context>
<context>
    <name>EditorFrame</name>
    <message>
        <source>Some letters cannot be read elsewhere. Compare and mend  ›</source>
        <translation>Có chữ máy khác không đọc được. So sánh và sửa  ›</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Phần</translation>
    </message>
    <message>
        <source>All initiatives</source>
        <translation>Tất cả sáng kiến</translation>
    </message>
    <message>
        <source>One question at a time</source>
        <translation>Từng câu hỏi</translation>
    </message>
    <message>
        <source>Ctrl+M switches; the place stays the same.</source>
        <translation>Ctrl+M để đổi cách xem; chỗ đang viết giữ nguyên.</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Công cụ</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Các phần</translation>
    </message>
    <message>
        <source>See the documents</source>
        <translation>Xem văn bản</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>Câu tiếp theo</translation>
    </message>
    <message>
        <source>Next section</source>
        <translation>Phần tiếp theo</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>Correct and hand in again</source>
        <translation>Sửa và nộp lại</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Hoàn chỉnh</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Đang lưu…</translation>
    </message>
    <message>
        <source>New initiative</source>
        <translation>Sáng kiến mới</translation>
    </message>
    <message>
        <source>Computer {device} changed this draft too. Compare and merge  ›</source>
        <translation>Máy {device} cũng đã sửa bản nháp này. So và gộp  ›</translation>
    </message>
    <message>
        <source>There is a newer template, version {version}. See what changes  ›</source>
        <translation>Mẫu đã có bản mới hơn: {version}. Xem có gì thay đổi  ›</translation>
    </message>
    <message>
        <source>{number} things left before handing in  ›</source>
        <translation>Còn {number} việc trước khi nộp  ›</translation>
    </message>
    <message>
        <source>Nothing is missing. It can be completed.</source>
        <translation>Không thiếu gì nữa. Có thể hoàn chỉnh.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Chưa lưu được</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Đã lưu {time}</translation>
    </message>
    <message>
        <source>Complete as revision {number}; it waits in the queue</source>
        <translation>Đã hoàn chỉnh bản thứ {number}; đang ở hàng chờ nộp</translation>
    </message>
</context>
<context>
    <name>EditorTools</name>
    <message>
        <source>See the documents</source>
        <translation>Xem văn bản</translation>
    </message>
    <message>
        <source>Other papers of the dossier…</source>
        <translation>Văn bản khác của hồ sơ…</translation>
    </message>
    <message>
        <source>Read back to the author</source>
        <translation>Đọc lại cho tác giả</translation>
    </message>
    <message>
        <source>Work out the benefit…</source>
        <translation>Tính tiền làm lợi…</translation>
    </message>
    <message>
        <source>Mend the letters…</source>
        <translation>Sửa chữ gõ bằng bảng mã cũ…</translation>
    </message>
    <message>
        <source>Take from a Word file…</source>
        <translation>Lấy từ tệp Word…</translation>
    </message>
    <message>
        <source>Take to another computer…</source>
        <translation>Mang sang máy khác của tổ…</translation>
    </message>
    <message>
        <source>Withdraw this report…</source>
        <translation>Rút hồ sơ này…</translation>
    </message>
    <message>
        <source>Withdraw this report</source>
        <translation>Rút hồ sơ này</translation>
    </message>
    <message>
        <source>The officer is told with the next bundle. What was printed or passed on cannot be called back. Why is it withdrawn?</source>
        <translation>Gói sau sẽ báo cho cán bộ. Bản đã in hoặc đã chuyển lên thì không gọi về được. Vì sao rút hồ sơ?</translation>
    </message>
    <message>
        <source>Withdrawn; the next bundle tells the officer</source>
        <translation>Đã rút; gói sau sẽ báo cho cán bộ</translation>
    </message>
    <message>
        <source>The template has no other papers</source>
        <translation>Mẫu này không có văn bản nào khác</translation>
    </message>
    <message>
        <source>{number} files written</source>
        <translation>Đã ghi {number} tệp</translation>
    </message>
    <message>
        <source>All letters are as they should be</source>
        <translation>Không có chữ nào cần sửa</translation>
    </message>
    <message>
        <source>Take from a file</source>
        <translation>Lấy từ tệp</translation>
    </message>
    <message>
        <source>Word files (*.docx *.doc)</source>
        <translation>Tệp Word (*.docx *.doc)</translation>
    </message>
    <message>
        <source>Write the draft into</source>
        <translation>Ghi bản nháp vào</translation>
    </message>
    <message>
        <source>{file} was written, sealed for the other computer of the team.</source>
        <translation>Đã ghi {file}, niêm phong cho máy khác của tổ.</translation>
    </message>
    <message>
        <source>{file} was written. No other computer of the team is known yet, so the file is open to whoever has it: keep it within the team.</source>
        <translation>Đã ghi {file}. Chưa biết máy nào khác của tổ nên ai có tệp cũng mở được: chỉ chuyển trong tổ.</translation>
    </message>
    <message>
        <source>Take to another computer</source>
        <translation>Mang sang máy khác của tổ</translation>
    </message>
    <message>
        <source>Computer {device} sent drafts as one of this team. Its four words are: {words}. Does that computer show the same words under Settings?</source>
        <translation>Máy {device} đã gửi bản nháp với tên tổ này. Bốn từ của máy đó là: {words}. Trong Cài đặt của máy đó có đúng bốn từ này không?</translation>
    </message>
    <message>
        <source>Is this a computer of the team?</source>
        <translation>Đây có phải máy của tổ?</translation>
    </message>
</context>
<context>
    <name>ErasePersonDialog</name>
    <message>
        <source>Erase the data of {name}</source>
        <translation>Xóa dữ liệu của {name}</translation>
    </message>
    <message>
        <source>Name, birth date, workplace, phone and every other cell about this person are replaced by “Đã xóa theo yêu cầu”, in drafts, completed reports, undo, search, backups of this computer. Counts, shares and figures stay as they are.</source>
        <translation>Họ tên được thay bằng “Đã xóa theo yêu cầu”; ngày sinh, nơi làm việc, điện thoại và mọi ô khác về người này bị xóa trong bản đang viết, hồ sơ đã hoàn chỉnh, phần hoàn tác, tìm kiếm và bản sao lưu trên máy này. Số lượng, tỷ lệ đóng góp và các con số giữ nguyên.</translation>
    </message>
    <message>
        <source>&amp;Erase for ever</source>
        <translation>&amp;Xóa hẳn</translation>
    </message>
    <message>
        <source>Pictures and files of these dossiers. Tick those that go too:</source>
        <translation>Ảnh và tệp của các hồ sơ này. Đánh dấu những tệp cũng xóa:</translation>
    </message>
    <message>
        <source>Erase the file {name}</source>
        <translation>Xóa tệp {name}</translation>
    </message>
    <message>
        <source>I know that this cannot be taken back.</source>
        <translation>Tôi hiểu là việc này không lấy lại được.</translation>
    </message>
    <message>
        <source>a draft thrown away</source>
        <translation>bản nháp đã bỏ</translation>
    </message>
    <message>
        <source>Erased in: {dossier}</source>
        <translation>Xóa trong: {dossier}</translation>
    </message>
    <message>
        <source>It waits in the queue; take it up again and complete it anew before it leaves.</source>
        <translation>Hồ sơ đang trong hàng chờ; mở lại và hoàn chỉnh lần nữa thì mới gửi đi được.</translation>
    </message>
    <message>
        <source>In {dossier} somebody else has the same name: the name in running text stays. Look through the text yourself.</source>
        <translation>Trong {dossier} có người khác cùng tên: tên trong phần viết được giữ lại. Hãy tự đọc lại phần viết.</translation>
    </message>
    <message>
        <source>{dossier} is recognised: number and day of the decision stay, the paper decision is kept by who issued it.</source>
        <translation>{dossier} đã được công nhận: số và ngày quyết định giữ lại; quyết định giấy do nơi ban hành giữ.</translation>
    </message>
    <message>
        <source>Cannot be called back: bundle {number} of {day} for {recipient}. A letter must go there; its text is shown at the end. The bundle cannot be written again.</source>
        <translation>Không thu về được: gói số {number} ngày {day}, cho {recipient}. Phải gửi thư đến nơi đó, nội dung thư hiện ra sau khi xóa. Gói này không xuất lại được nữa.</translation>
    </message>
    <message>
        <source>nobody by name</source>
        <translation>chưa ghi nơi nhận</translation>
    </message>
    <message>
        <source>It came from {unit}, which still has it: tell them.</source>
        <translation>Hồ sơ do {unit} gửi đến và nơi đó vẫn còn: hãy báo cho họ.</translation>
    </message>
    <message>
        <source>{number} lines of the log name an officer of this name; they stay, for it must be known who decided.</source>
        <translation>{number} dòng nhật ký mang tên này vì là cán bộ đã làm; các dòng đó giữ lại, vì phải biết ai đã quyết định.</translation>
    </message>
    <message>
        <source>A file set aside cannot be looked into and stays: {file}</source>
        <translation>Tệp để riêng không mở ra xem được nên giữ lại: {file}</translation>
    </message>
    <message>
        <source>The second disk with backups is not there: plug it in before erasing, or its backups keep this person.</source>
        <translation>Ổ đĩa thứ hai có bản sao lưu chưa cắm: cắm vào trước khi xóa, nếu không các bản ở đó vẫn còn người này.</translation>
    </message>
    <message>
        <source>Not reached from here: other computers of the team, sticks, chat messages, printed papers, backups kept elsewhere.</source>
        <translation>Từ đây không xóa tới được: máy khác của tổ, USB, tin nhắn, bản in giấy, bản sao lưu để nơi khác.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Sealed: only {unit} can open it. Key: {words}</source>
        <translation>Niêm phong: chỉ {unit} mở được. Khóa: {words}</translation>
    </message>
    <message>
        <source>Stays in the queue:</source>
        <translation>Ở lại hàng chờ:</translation>
    </message>
    <message>
        <source>any size</source>
        <translation>không giới hạn</translation>
    </message>
    <message>
        <source>at most {size}</source>
        <translation>nhiều nhất {size}</translation>
    </message>
    <message>
        <source>One file, about {size}</source>
        <translation>Một tệp, khoảng {size}</translation>
    </message>
    <message>
        <source>{number} files, about {size} together</source>
        <translation>{number} tệp, tổng khoảng {size}</translation>
    </message>
    <message>
        <source>Over the limit alone, so in a file of its own:</source>
        <translation>Riêng nó đã vượt giới hạn, nên nằm riêng một tệp:</translation>
    </message>
    <message>
        <source>Writing the bundle</source>
        <translation>Đang ghi gói</translation>
    </message>
    <message>
        <source>Writing into {folder}</source>
        <translation>Đang ghi vào {folder}</translation>
    </message>
    <message>
        <source>Where shall the bundle go?</source>
        <translation>Ghi gói vào đâu?</translation>
    </message>
    <message>
        <source>The stick can be taken out</source>
        <translation>Có thể rút USB</translation>
    </message>
    <message>
        <source>The bundle is written</source>
        <translation>Đã ghi xong gói</translation>
    </message>
    <message>
        <source>Everything was written, read back and compared. Give the file to the officer, then press “Handed over”.</source>
        <translation>Đã ghi, đọc lại và so khớp toàn bộ. Trao tệp cho cán bộ cấp trên rồi bấm “Đã giao”.</translation>
    </message>
    <message>
        <source>All {number} files were written, read back and compared. Give every one of them to the officer, then press “Handed over”.</source>
        <translation>Cả {number} tệp đã được ghi, đọc lại và so khớp. Giao đủ các tệp cho cán bộ, rồi bấm “Đã giao”.</translation>
    </message>
    <message>
        <source>and {number} more files</source>
        <translation>và {number} tệp nữa</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tên tệp</translation>
    </message>
    <message>
        <source>Bundle number</source>
        <translation>Gói số</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Trong gói có</translation>
    </message>
    <message>
        <source>Mark to compare</source>
        <translation>Mã đối chiếu</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Niêm phong</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Đã niêm phong</translation>
    </message>
    <message>
        <source>Not sealed</source>
        <translation>Không niêm phong</translation>
    </message>
    <message>
        <source>Bundle number {number}</source>
        <translation>Gói số {number}</translation>
    </message>
    <message>
        <source>Export bundle</source>
        <translation>Xuất gói</translation>
    </message>
    <message>
        <source>There is no unit card yet, so this bundle cannot be sealed for the officer. Unsealed, whoever finds the file can read everything in it.</source>
        <translation>Chưa có thẻ đơn vị nên chưa niêm phong được cho cán bộ. Nếu để ngỏ, ai nhặt được tệp cũng đọc được mọi thứ trong đó.</translation>
    </message>
    <message>
        <source>Either seal it with a &amp;passphrase (10 characters or more), told to the officer by phone, not with the file:</source>
        <translation>Hoặc niêm phong bằng &amp;mật khẩu (từ 10 ký tự), báo cho cán bộ qua điện thoại, không gửi kèm tệp:</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Or write it &amp;unsealed this time; I understand.</source>
        <translation>Hoặc lần này để n&amp;gỏ; tôi đã hiểu.</translation>
    </message>
    <message>
        <source>&amp;Split into files of</source>
        <translation>Chia &amp;nhỏ, mỗi tệp</translation>
    </message>
    <message>
        <source>Split into files of</source>
        <translation>Chia nhỏ, mỗi tệp</translation>
    </message>
    <message>
        <source>Each file is written, brought safely onto the stick, read back and compared. Please leave the stick in.</source>
        <translation>Từng tệp được ghi chắc xuống USB, đọc lại rồi so khớp. Xin để nguyên USB.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>&amp;Write the bundle</source>
        <translation>&amp;Ghi gói</translation>
    </message>
    <message>
        <source>Handover &amp;slip…</source>
        <translation>&amp;Phiếu bàn giao…</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>Để &amp;sau</translation>
    </message>
    <message>
        <source>&amp;Handed over</source>
        <translation>Đã &amp;giao</translation>
    </message>
</context>
<context>
    <name>FileEditor</name>
    <message>
        <source>Choose a picture…</source>
        <translation>Chọn ảnh…</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Chọn tệp…</translation>
    </message>
    <message>
        <source>See it large</source>
        <translation>Xem lớn</translation>
    </message>
    <message>
        <source>Full size again</source>
        <translation>Lấy lại cỡ gốc</translation>
    </message>
    <message>
        <source>The original is kept until the report is complete.</source>
        <translation>Bản gốc được giữ đến khi hoàn thành báo cáo.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Pictures and documents ({endings})</source>
        <translation>Ảnh và tài liệu ({endings})</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Chọn tệp</translation>
    </message>
    <message>
        <source>Removed {name}. Ctrl+Z brings it back.</source>
        <translation>Đã bỏ {name}. Nhấn Ctrl+Z để lấy lại.</translation>
    </message>
    <message>
        <source>Nothing chosen. Drop a file here, or paste one.</source>
        <translation>Chưa có tệp. Thả tệp vào đây hoặc dán (Ctrl+V).</translation>
    </message>
</context>
<context>
    <name>FileLinesFoot</name>
    <message>
        <source>Add files…</source>
        <translation>Thêm nhiều tệp…</translation>
    </message>
    <message>
        <source>From the scanner…</source>
        <translation>Từ thư mục quét…</translation>
    </message>
    <message>
        <source>Pictures and documents ({endings})</source>
        <translation>Ảnh và tài liệu ({endings})</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Chọn tệp</translation>
    </message>
    <message>
        <source>{number} files, {size} together</source>
        <translation>{number} tệp, tổng {size}</translation>
    </message>
</context>
<context>
    <name>FilingDialog</name>
    <message>
        <source>File the application</source>
        <translation>Nộp đơn yêu cầu công nhận</translation>
    </message>
    <message>
        <source>The application is entered in the register and the applicant gets a receipt with the day of answer. {number} to file.</source>
        <translation>Đơn được ghi vào sổ tiếp nhận; người nộp nhận giấy biên nhận có ngày trả lời. Số đơn: {number}.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Ghi nhận đơn</translation>
    </message>
    <message>
        <source>the next number of the year</source>
        <translation>số tiếp theo trong năm</translation>
    </message>
    <message>
        <source>as the law has it</source>
        <translation>theo thời hạn luật định</translation>
    </message>
    <message>
        <source>&amp;Received on</source>
        <translation>Ngày &amp;nhận đơn</translation>
    </message>
    <message>
        <source>Received &amp;by</source>
        <translation>N&amp;gười nhận đơn</translation>
    </message>
    <message>
        <source>&amp;Number in the register</source>
        <translation>&amp;Số trong sổ tiếp nhận</translation>
    </message>
    <message>
        <source>Form found in &amp;order on (if it was)</source>
        <translation>Ngày &amp;chấp nhận đơn (nếu đã xem xét)</translation>
    </message>
    <message>
        <source>&amp;Answer by</source>
        <translation>Ngày &amp;trả lời</translation>
    </message>
</context>
<context>
    <name>FilterDialog</name>
    <message>
        <source>Filter the list</source>
        <translation>Lọc danh sách</translation>
    </message>
    <message>
        <source>&amp;Unit, and those below it</source>
        <translation>Đơn &amp;vị, kể cả cấp dưới</translation>
    </message>
    <message>
        <source>&amp;Officer who follows it</source>
        <translation>Cán &amp;bộ theo dõi</translation>
    </message>
    <message>
        <source>Fi&amp;eld</source>
        <translation>&amp;Lĩnh vực</translation>
    </message>
    <message>
        <source>&amp;Template</source>
        <translation>&amp;Mẫu</translation>
    </message>
    <message>
        <source>Came in &amp;from</source>
        <translation>Nhận &amp;từ ngày</translation>
    </message>
    <message>
        <source>Came in u&amp;ntil</source>
        <translation>Nhận đến n&amp;gày</translation>
    </message>
    <message>
        <source>&amp;Show all</source>
        <translation>&amp;Bỏ lọc</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>L&amp;ọc</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
</context>
<context>
    <name>FindingsView</name>
    <message>
        <source>What the check says (F: next)</source>
        <translation>Máy kiểm tra thấy (F: xem tiếp)</translation>
    </message>
    <message>
        <source>Must</source>
        <translation>Cần</translation>
    </message>
    <message>
        <source>Should</source>
        <translation>Nên</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Xem</translation>
    </message>
    <message>
        <source>Look at the answer: {finding}</source>
        <translation>Xem câu trả lời: {finding}</translation>
    </message>
</context>
<context>
    <name>FirstStartPage</name>
    <message>
        <source>Disk or folder with backups</source>
        <translation>Ổ đĩa hoặc thư mục có bản sao lưu</translation>
    </message>
    <message>
        <source>Open a setup card</source>
        <translation>Mở thẻ đơn vị</translation>
    </message>
    <message>
        <source>FirstStartPage</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Welcome to the initiatives book</source>
        <translation>Sổ Sáng Kiến</translation>
    </message>
    <message>
        <source>Say whose book this is. Everything else has a default and can be changed later.</source>
        <translation>Cho biết đây là sổ của ai. Mọi thứ khác đã có sẵn và đổi lại được sau.</translation>
    </message>
    <message>
        <source>Support team of a union</source>
        <translation>Tổ hỗ trợ sáng kiến</translation>
    </message>
    <message>
        <source>Upper-level officer</source>
        <translation>Cán bộ cấp trên</translation>
    </message>
    <message>
        <source>Name of the unit</source>
        <translation>Tên đơn vị</translation>
    </message>
    <message>
        <source>For example: CĐCS Công ty May Sông Công</source>
        <translation>Ví dụ: CĐCS Công ty May Sông Công</translation>
    </message>
    <message>
        <source>Short code (left empty: made from the name)</source>
        <translation>Mã ngắn (để trống thì máy tự đặt theo tên)</translation>
    </message>
    <message>
        <source>Short code</source>
        <translation>Mã ngắn</translation>
    </message>
    <message>
        <source>MSC</source>
        <translation>MSC</translation>
    </message>
    <message>
        <source>I have a setup card…</source>
        <translation>Đã có thẻ đơn vị…</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Only looking?</source>
        <translation>Chỉ xem thử?</translation>
    </message>
    <message>
        <source>Open the sample as a team</source>
        <translation>Mở sổ mẫu của Tổ hỗ trợ</translation>
    </message>
    <message>
        <source>Open the sample as an officer</source>
        <translation>Mở sổ mẫu của cán bộ</translation>
    </message>
    <message>
        <source>Open the book on the office's server…</source>
        <translation>Mở sổ trên máy chủ của cơ quan…</translation>
    </message>
    <message>
        <source>There is a book already?</source>
        <translation>Đã có sổ rồi?</translation>
    </message>
    <message>
        <source>I am moving from another computer…</source>
        <translation>Tôi chuyển từ máy khác…</translation>
    </message>
    <message>
        <source>Restore from a backup…</source>
        <translation>Khôi phục từ bản sao lưu…</translation>
    </message>
</context>
<context>
    <name>FormCheckDialog</name>
    <message>
        <source>Form of the application</source>
        <translation>Xem xét hình thức của đơn</translation>
    </message>
    <message>
        <source>In order: leave the second field empty; the time to decide begins. Not in order: write what the author has to mend.</source>
        <translation>Đơn đầy đủ: để trống ô dưới, thời hạn xét công nhận bắt đầu. Đơn thiếu: ghi điều tác giả cần bổ sung.</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>&amp;Ghi lại</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>N&amp;gày</translation>
    </message>
    <message>
        <source>&amp;What has to be mended</source>
        <translation>&amp;Điều cần bổ sung</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Hủy</translation>
    </message>
    <message>
        <source>“{field}” is not understood. Write for example 05/03/2026 or 12.</source>
        <translation>Chưa hiểu ô “{field}”. Ghi ví dụ 05/03/2026 hoặc 12.</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Guide</source>
        <translation>Hướng dẫn</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>Tìm trong hướng dẫn</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Mục lục</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer or other words.</source>
        <translation>Không tìm thấy. Thử ít từ hơn hoặc từ khác.</translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <translation>Trang hướng dẫn</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Quay lại</translation>
    </message>
    <message>
        <source>Save as &amp;PDF…</source>
        <translation>Lưu thành &amp;PDF…</translation>
    </message>
    <message>
        <source>Show the &amp;tour again</source>
        <translation>&amp;Xem lại ba bước đầu</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>&amp;Báo lỗi…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>guide.pdf</source>
        <translation>huong-dan.pdf</translation>
    </message>
    <message>
        <source>Save the guide</source>
        <translation>Lưu hướng dẫn</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Đang ghi…</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>Đã ghi: {file}</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Home</source>
        <translation>Trang chính</translation>
    </message>
    <message>
        <source>To do now</source>
        <translation>Cần làm ngay</translation>
    </message>
    <message>
        <source>Nothing is waiting. Well done.</source>
        <translation>Không có việc gì đang chờ.</translation>
    </message>
    <message>
        <source>Returned to be completed: {title}</source>
        <translation>Bị trả lại bổ sung: {title}</translation>
    </message>
    <message>
        <source>Bundle {sequence} was handed over {days} days ago, no receipt yet</source>
        <translation>Gói số {sequence} đã giao {days} ngày, chưa có biên nhận</translation>
    </message>
    <message>
        <source>Bundle {sequence} was handed over, no receipt yet: {days} days</source>
        <translation>Gói {sequence} đã giao, chưa có biên nhận: {days} ngày</translation>
    </message>
    <message>
        <source>{number} senders are not in the list of units</source>
        <translation>{number} nơi gửi chưa có trong danh sách đơn vị</translation>
    </message>
    <message>
        <source>{number} new computers of units are to be confirmed</source>
        <translation>{number} máy mới của các đơn vị cần xác nhận</translation>
    </message>
    <message>
        <source>{number} reports came in two versions</source>
        <translation>{number} hồ sơ có hai bản khác nhau</translation>
    </message>
    <message>
        <source>{number} files are set aside</source>
        <translation>{number} tệp đang để riêng</translation>
    </message>
    <message>
        <source>{number} bundles have not come in, or stand twice</source>
        <translation>{number} gói chưa về hoặc trùng số</translation>
    </message>
    <message>
        <source>Bundle {sequence} is written; say when it was handed over</source>
        <translation>Gói số {sequence} đã ghi xong; giao rồi thì bấm “Đã giao”</translation>
    </message>
    <message>
        <source>{number} initiatives wait to be handed in</source>
        <translation>{number} sáng kiến chờ nộp</translation>
    </message>
    <message>
        <source>{number} initiatives are being written</source>
        <translation>{number} sáng kiến đang viết</translation>
    </message>
    <message>
        <source>Add the units, or take their list from Excel</source>
        <translation>Thêm các đơn vị, hoặc lấy danh sách từ Excel</translation>
    </message>
    <message>
        <source>Take in the setup card from the officer</source>
        <translation>Nhận thẻ đơn vị từ cán bộ cấp trên</translation>
    </message>
    <message>
        <source>{what} by {day} ({source}): {title}</source>
        <translation>{what}, hạn {day} ({source}): {title}</translation>
    </message>
    <message>
        <source>{number} dossiers: the time to keep people’s data is over</source>
        <translation>{number} hồ sơ đã hết thời hạn lưu dữ liệu cá nhân</translation>
    </message>
    <message>
        <source>Erasing a person was interrupted: finish it</source>
        <translation>Việc xóa dữ liệu một người bị ngắt giữa chừng: làm tiếp</translation>
    </message>
    <message>
        <source>{number} initiatives wait for a verdict</source>
        <translation>{number} sáng kiến chờ thẩm định</translation>
    </message>
    <message>
        <source>{number} answers wait to be carried to {units} units</source>
        <translation>{number} kết quả chờ gửi về {units} đơn vị</translation>
    </message>
    <message>
        <source>{number} accepted initiatives wait to go to the portal</source>
        <translation>{number} sáng kiến đã đạt đang chờ lên cổng</translation>
    </message>
    <message>
        <source>Where the unit stands</source>
        <translation>Đơn vị đang ở đâu</translation>
    </message>
    <message>
        <source>{reached} of {target} initiatives</source>
        <translation>{reached} / {target} sáng kiến</translation>
    </message>
    <message>
        <source> · still missing {number}</source>
        <translation> · còn thiếu {number}</translation>
    </message>
    <message>
        <source>Progress to the target</source>
        <translation>Tiến độ so với chỉ tiêu</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Viết</translation>
    </message>
    <message>
        <source>Submission</source>
        <translation>Nộp</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>Công nhận</translation>
    </message>
    <message>
        <source>Portal</source>
        <translation>Trên cổng</translation>
    </message>
    <message>
        <source>Write a new initiative</source>
        <translation>Viết sáng kiến mới</translation>
    </message>
    <message>
        <source>Take in bundles</source>
        <translation>Nhận gói</translation>
    </message>
</context>
<context>
    <name>InboxMatters</name>
    <message>
        <source>{number} senders are not in the list of units</source>
        <translation>{number} nơi gửi chưa có trong danh sách đơn vị</translation>
    </message>
    <message>
        <source>{number} new computers of units are to be confirmed</source>
        <translation>{number} máy mới của các đơn vị cần xác nhận</translation>
    </message>
    <message>
        <source>{number} reports came in two versions</source>
        <translation>{number} hồ sơ có hai bản khác nhau</translation>
    </message>
    <message>
        <source>{number} files are set aside</source>
        <translation>{number} tệp đang để riêng</translation>
    </message>
    <message>
        <source>{number} bundles have not come in, or stand twice</source>
        <translation>{number} gói chưa về hoặc trùng số</translation>
    </message>
</context>
<context>
    <name>InboxPage</name>
    <message>
        <source>Taken in</source>
        <translation>Nhận lúc</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Initiatives</source>
        <translation>Sáng kiến</translation>
    </message>
    <message>
        <source>New here</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Để riêng</translation>
    </message>
    <message>
        <source>{kind} number {number}</source>
        <translation>{kind} số {number}</translation>
    </message>
    <message>
        <source>Take in stick {name}</source>
        <translation>Nhận từ USB {name}</translation>
    </message>
    <message>
        <source>Take in a folder or a stick</source>
        <translation>Nhận từ thư mục hoặc USB</translation>
    </message>
    <message>
        <source>&amp;Review {number} that came in</source>
        <translation>&amp;Thẩm định {number} mục vừa nhận</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Take in bundles</source>
        <translation>Nhận gói</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Hộp nhận</translation>
    </message>
    <message>
        <source>Drop bundles, folders or a whole stick here</source>
        <translation>Thả gói, thư mục hoặc cả USB vào đây</translation>
    </message>
    <message>
        <source>Files from the teams, sealed or not, whatever they are called. Anything else is told apart and left alone.</source>
        <translation>Tệp của các Tổ hỗ trợ, niêm phong hay không, tên gì cũng được. Tệp khác được nhận ra và để nguyên.</translation>
    </message>
    <message>
        <source>Taken in &amp;before</source>
        <translation>Đã nhận t&amp;rước đây</translation>
    </message>
    <message>
        <source>Taken in before</source>
        <translation>Đã nhận trước đây</translation>
    </message>
    <message>
        <source>Nothing has come in yet. What was taken in stands here, the newest first.</source>
        <translation>Chưa nhận gói nào. Gói đã nhận sẽ đứng ở đây, mới nhất ở trên.</translation>
    </message>
    <message>
        <source>Earlier &amp;intakes</source>
        <translation>&amp;Các lần nhận trước</translation>
    </message>
    <message>
        <source>Choose a fol&amp;der or stick…</source>
        <translation>Chọn thư &amp;mục hoặc USB…</translation>
    </message>
    <message>
        <source>Choose &amp;files…</source>
        <translation>Chọn tệ&amp;p…</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Thẩm định</translation>
    </message>
</context>
<context>
    <name>InitiativesPage</name>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tên sáng kiến</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Tác giả</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Sửa ngày</translation>
    </message>
    <message>
        <source>All initiatives</source>
        <translation>Tất cả sáng kiến</translation>
    </message>
    <message>
        <source>{number} initiatives</source>
        <translation>{number} sáng kiến</translation>
    </message>
    <message>
        <source>Nothing fits. Try fewer words or another state.</source>
        <translation>Không tìm thấy. Thử ít từ hơn hoặc chọn trạng thái khác.</translation>
    </message>
    <message>
        <source>Record of this initiative…</source>
        <translation>Theo dõi công nhận của sáng kiến này…</translation>
    </message>
    <message>
        <source>Take in applications of those chosen…</source>
        <translation>Tiếp nhận đơn của các sáng kiến đã chọn…</translation>
    </message>
    <message>
        <source>Council session on those chosen…</source>
        <translation>Họp Hội đồng xét các sáng kiến đã chọn…</translation>
    </message>
    <message>
        <source>Take from a file</source>
        <translation>Lấy từ tệp</translation>
    </message>
    <message>
        <source>Word files and lists (*.docx *.doc *.xlsx *.xlsm *.xls *.csv *.tsv)</source>
        <translation>Tệp Word và danh sách (*.docx *.doc *.xlsx *.xlsm *.xls *.csv *.tsv)</translation>
    </message>
    <message>
        <source>{number} drafts are ready to be written</source>
        <translation>Có {number} bản nháp để viết tiếp</translation>
    </message>
    <message>
        <source>Draft discarded. “Undo” brings it back.</source>
        <translation>Đã bỏ bản nháp. Bấm “Hoàn tác” để lấy lại.</translation>
    </message>
    <message>
        <source>InitiativesPage</source>
        <translation>Sáng kiến</translation>
    </message>
    <message>
        <source>Initiatives</source>
        <translation>Sáng kiến</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>Search title, author, code – with or without marks</source>
        <translation>Tìm tên, tác giả, mã – gõ có dấu hay không dấu đều được</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Xem</translation>
    </message>
    <message>
        <source>Initiatives will stand here. Begin with the first one.</source>
        <translation>Các sáng kiến sẽ nằm ở đây. Bắt đầu với sáng kiến đầu tiên.</translation>
    </message>
    <message>
        <source>Write the first initiative</source>
        <translation>Viết sáng kiến đầu tiên</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Bỏ bản nháp</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Lấy từ tệp…</translation>
    </message>
    <message>
        <source>From a Word file or a list…</source>
        <translation>Lấy từ tệp Word hoặc danh sách…</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>Công nhận</translation>
    </message>
    <message>
        <source>New initiative</source>
        <translation>Viết sáng kiến mới</translation>
    </message>
</context>
<context>
    <name>IntakePanel</name>
    <message>
        <source>What came in</source>
        <translation>Những gì vừa nhận</translation>
    </message>
    <message>
        <source>File and its initiatives</source>
        <translation>Tệp và các sáng kiến</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Kết quả nhận</translation>
    </message>
    <message>
        <source>Taking in…</source>
        <translation>Đang nhận…</translation>
    </message>
    <message>
        <source>Nothing here is a bundle, an answer or a card. Choose another place.</source>
        <translation>Ở đây không có gói, kết quả hay thẻ đơn vị nào. Hãy chọn nơi khác.</translation>
    </message>
    <message>
        <source>{number} files</source>
        <translation>{number} tệp</translation>
    </message>
    <message>
        <source>Stopped: {number} files were not taken in to the end. What is in stays.</source>
        <translation>Đã dừng: {number} tệp chưa nhận hết. Những gì đã nhận vẫn còn.</translation>
    </message>
    <message>
        <source>{number} files could not be taken in; each line says why.</source>
        <translation>{number} tệp chưa nhận được; lý do ghi ở từng dòng.</translation>
    </message>
    <message>
        <source>Bundle number {number} of {unit} has not come in. Ask the unit for it.</source>
        <translation>Chưa nhận được gói số {number} của {unit}. Hỏi đơn vị để xin gói này.</translation>
    </message>
    <message>
        <source>Not taken in</source>
        <translation>Chưa nhận được</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Đã nhận</translation>
    </message>
    <message>
        <source> · not looked at: {number}</source>
        <translation> · chưa xem: {number}</translation>
    </message>
    <message>
        <source>{kind} number {number}</source>
        <translation>{kind} số {number}</translation>
    </message>
</context>
<context>
    <name>KeyBackupDialog</name>
    <message>
        <source>Key of this desk</source>
        <translation>Khóa của bàn làm việc</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>What is sent to this desk can be opened with this key alone. If the computer breaks and there is no backup, it cannot be opened any more.</source>
        <translation>Những gì gửi đến bàn làm việc này chỉ mở được bằng khóa này. Nếu máy hỏng mà không có bản dự phòng thì không mở lại được nữa.</translation>
    </message>
    <message>
        <source>Make a backup &amp;file…</source>
        <translation>Làm &amp;tệp dự phòng…</translation>
    </message>
    <message>
        <source>Print the &amp;paper…</source>
        <translation>&amp;In tờ giấy dự phòng…</translation>
    </message>
    <message>
        <source>&amp;Try the backup…</source>
        <translation>T&amp;hử bản dự phòng…</translation>
    </message>
    <message>
        <source>&amp;Restore…</source>
        <translation>&amp;Khôi phục…</translation>
    </message>
    <message>
        <source>Sealed with a passphrase; keep it on a stick, away from here.</source>
        <translation>Niêm phong bằng mật khẩu; cất trong USB, để nơi khác.</translation>
    </message>
    <message>
        <source>One page in a sealed envelope, locked away.</source>
        <translation>Một trang giấy, cho vào phong bì dán kín, khóa trong tủ.</translation>
    </message>
    <message>
        <source>Proves that the backup would work; changes nothing.</source>
        <translation>Chứng tỏ bản dự phòng dùng được; không thay đổi gì.</translation>
    </message>
    <message>
        <source>On a new computer, or for a new officer of this desk.</source>
        <translation>Khi thay máy, hoặc người mới tiếp nhận bàn làm việc này.</translation>
    </message>
    <message>
        <source>{unit} (code {code}), this computer's mark {mark}</source>
        <translation>{unit} (mã {code}), ký hiệu máy {mark}</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>Chưa có bản dự phòng nào.</translation>
    </message>
    <message>
        <source>Backup of {made}, not tried yet.</source>
        <translation>Có bản dự phòng làm lúc {made}, chưa thử.</translation>
    </message>
    <message>
        <source>The backup was tried on {proven}.</source>
        <translation>Đã thử bản dự phòng lúc {proven}.</translation>
    </message>
    <message>
        <source>Backup of {made}, tried on {proven}.</source>
        <translation>Có bản dự phòng làm lúc {made}, đã thử lúc {proven}.</translation>
    </message>
    <message>
        <source>Make a backup file</source>
        <translation>Làm tệp dự phòng</translation>
    </message>
    <message>
        <source>Written, read back and compared: {file}. Try it now.</source>
        <translation>Đã ghi, đọc lại và so khớp: {file}. Nên thử ngay.</translation>
    </message>
    <message>
        <source>Sealing the keys…</source>
        <translation>Đang niêm phong khóa…</translation>
    </message>
    <message>
        <source>Paper of the key</source>
        <translation>Tờ giấy dự phòng khóa</translation>
    </message>
    <message>
        <source>Try the backup</source>
        <translation>Thử bản dự phòng</translation>
    </message>
    <message>
        <source>&amp;Try</source>
        <translation>&amp;Thử</translation>
    </message>
    <message>
        <source>The backup works: it opens what is sent to this desk and signs as this desk. Nothing was changed.</source>
        <translation>Bản dự phòng dùng được: mở được những gì gửi đến bàn làm việc này và ký được. Không có gì bị thay đổi.</translation>
    </message>
    <message>
        <source>It does not hold the office's spare key yet; make a new backup file too.</source>
        <translation>Bản này chưa có khóa phụ của đơn vị; nên làm thêm một tệp dự phòng mới.</translation>
    </message>
    <message>
        <source>Trying the backup…</source>
        <translation>Đang thử bản dự phòng…</translation>
    </message>
    <message>
        <source>Restore the key</source>
        <translation>Khôi phục khóa</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Khôi phục</translation>
    </message>
    <message>
        <source>The key is in place. The one before is kept to open older bundles.</source>
        <translation>Đã đưa khóa vào chỗ. Khóa trước đó vẫn được giữ để mở các gói cũ.</translation>
    </message>
    <message>
        <source>Take over the other desk's key</source>
        <translation>Dùng khóa của đơn vị khác</translation>
    </message>
    <message>
        <source>Restoring the key…</source>
        <translation>Đang khôi phục khóa…</translation>
    </message>
</context>
<context>
    <name>KeySourceDialog</name>
    <message>
        <source>Kind of backup</source>
        <translation>Loại bản dự phòng</translation>
    </message>
    <message>
        <source>Backup file</source>
        <translation>Tệp dự phòng</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Tờ giấy</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Chọn tệp…</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Hiện chữ đang gõ</translation>
    </message>
    <message>
        <source>Type the eleven lines of the paper, the word on grey too; or put in the text of its square code.</source>
        <translation>Gõ mười một dòng trên tờ giấy, cả từ ở ô xám; hoặc dán nội dung quét được từ mã vuông.</translation>
    </message>
    <message>
        <source>Lines of the paper</source>
        <translation>Các dòng trên tờ giấy</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Máy</translation>
    </message>
    <message>
        <source>Four words</source>
        <translation>Bốn từ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Computers of the units</source>
        <translation>Máy của các đơn vị</translation>
    </message>
    <message>
        <source>Call the unit on a number you know. In its Settings stand four words; when they are the same as here, it is its computer. Until then a new computer can bring new reports but replaces none, and answers are not sealed to it.</source>
        <translation>Gọi cho đơn vị theo số đã biết. Trong mục Cài đặt của đơn vị có bốn từ; nếu giống ở đây thì đúng là máy của đơn vị. Trước khi xác nhận, máy mới gửi được hồ sơ mới nhưng không thay được hồ sơ nào, và kết quả không niêm phong cho máy đó.</translation>
    </message>
    <message>
        <source>The words are the &amp;same</source>
        <translation>&amp;Bốn từ giống nhau</translation>
    </message>
    <message>
        <source>&amp;Refuse this computer…</source>
        <translation>&amp;Từ chối máy này…</translation>
    </message>
    <message>
        <source>To be compared</source>
        <translation>Cần so bốn từ</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Đã biết</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Đã từ chối</translation>
    </message>
    <message>
        <source>Refuse computer {device} of {unit}?</source>
        <translation>Từ chối máy {device} của {unit}?</translation>
    </message>
    <message>
        <source>Its bundles are refused from now on and answers are not sealed to it any more. What it brought stays. This can be taken back.</source>
        <translation>Từ nay gói của máy này bị từ chối và kết quả không niêm phong cho máy này nữa. Những gì đã nhận vẫn giữ. Có thể bỏ từ chối sau.</translation>
    </message>
    <message>
        <source>Refuse it</source>
        <translation>Từ chối</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Keys</source>
        <translation>Phím tắt</translation>
    </message>
    <message>
        <source>Accept, return, not accepted</source>
        <translation>Đạt, trả lại bổ sung, không đạt</translation>
    </message>
    <message>
        <source>Next, previous report</source>
        <translation>Hồ sơ sau, hồ sơ trước</translation>
    </message>
    <message>
        <source>Take a verdict back</source>
        <translation>Rút lại kết luận</translation>
    </message>
    <message>
        <source>Comment, on an answer where the cursor is</source>
        <translation>Ghi ý kiến, về câu đang chọn nếu có</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>Câu mẫu</translation>
    </message>
    <message>
        <source>Own note</source>
        <translation>Ghi chú riêng</translation>
    </message>
    <message>
        <source>Answers, one after the other</source>
        <translation>Lần lượt từng câu trả lời</translation>
    </message>
    <message>
        <source>Next finding of the check</source>
        <translation>Điều máy kiểm tra thấy tiếp theo</translation>
    </message>
    <message>
        <source>Score sheet</source>
        <translation>Phiếu chấm điểm</translation>
    </message>
    <message>
        <source>What changed since the revision before</source>
        <translation>Chỗ khác so với lần nộp trước</translation>
    </message>
    <message>
        <source>Without confidential answers, and with them</source>
        <translation>Che và bỏ che phần cần giữ kín</translation>
    </message>
    <message>
        <source>Choose between two versions</source>
        <translation>Chọn một trong hai bản</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>Lọc danh sách</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Phím cách</translation>
    </message>
    <message>
        <source>Tick for a verdict together</source>
        <translation>Đánh dấu để kết luận cùng lúc</translation>
    </message>
    <message>
        <source>Tick several</source>
        <translation>Đánh dấu nhiều hồ sơ</translation>
    </message>
    <message>
        <source>Tick all that wait</source>
        <translation>Đánh dấu mọi hồ sơ đang chờ</translation>
    </message>
    <message>
        <source>Back to the list; there, take the ticks away</source>
        <translation>Về danh sách; đang ở danh sách thì bỏ đánh dấu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>KindDialog</name>
    <message>
        <source>Change the kind</source>
        <translation>Đổi loại đơn vị</translation>
    </message>
    <message>
        <source>The kind says on which level {name} stands.</source>
        <translation>Loại đơn vị cho biết {name} thuộc cấp nào.</translation>
    </message>
    <message>
        <source>C&amp;hange</source>
        <translation>Đ&amp;ổi</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại đơn vị</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Loại đơn vị</translation>
    </message>
</context>
<context>
    <name>LetterDialog</name>
    <message>
        <source>Place and who signs</source>
        <translation>Địa danh và người ký</translation>
    </message>
    <message>
        <source>They stand on every report in Word. An empty field goes back to the usual.</source>
        <translation>Các dòng này in trên mọi báo cáo Word. Ô để trống sẽ lấy lại chữ thường dùng.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>Number and mark</source>
        <translation>Số, ký hiệu</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Địa danh</translation>
    </message>
    <message>
        <source>Signed for</source>
        <translation>Ký thay mặt</translation>
    </message>
    <message>
        <source>Title of who signs</source>
        <translation>Chức vụ người ký</translation>
    </message>
    <message>
        <source>Name of who signs</source>
        <translation>Họ tên người ký</translation>
    </message>
</context>
<context>
    <name>LettersDialog</name>
    <message>
        <source>Letters to be sent</source>
        <translation>Thư cần gửi</translation>
    </message>
    <message>
        <source>Copy the text into a letter or a message now: it names the person, so it is kept nowhere in the book.</source>
        <translation>Chép nội dung này vào thư hoặc tin nhắn ngay bây giờ: thư có tên người nên sổ không giữ lại.</translation>
    </message>
    <message>
        <source>Text of the letters</source>
        <translation>Nội dung thư</translation>
    </message>
    <message>
        <source>&amp;Copy all</source>
        <translation>&amp;Chép tất cả</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Đã chép</translation>
    </message>
</context>
<context>
    <name>LineGrip</name>
    <message>
        <source>Drag the line to another place.</source>
        <translation>Kéo dòng đến chỗ khác.</translation>
    </message>
</context>
<context>
    <name>ListDialog</name>
    <message>
        <source>Nothing stands here any more.</source>
        <translation>Danh sách đã hết.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
</context>
<context>
    <name>ListedChoiceEditor</name>
    <message>
        <source>— choose —</source>
        <translation>— chọn —</translation>
    </message>
</context>
<context>
    <name>LockDialog</name>
    <message>
        <source>Lock of the screen</source>
        <translation>Khóa màn hình</translation>
    </message>
    <message>
        <source>With a password the window asks for it at the start, after a while without use and on Ctrl+L. What is being written is kept.</source>
        <translation>Khi có mật khẩu, cửa sổ hỏi lúc mở chương trình, sau một lúc không dùng và khi nhấn Ctrl+L. Phần đang viết được giữ nguyên.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>Password of &amp;now</source>
        <translation>Mật khẩu &amp;hiện tại</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Mật khẩu</translation>
    </message>
    <message>
        <source>The same a&amp;gain</source>
        <translation>&amp;Nhập lại mật khẩu</translation>
    </message>
    <message>
        <source>&amp;Locks after</source>
        <translation>&amp;Tự khóa sau</translation>
    </message>
    <message>
        <source>{number} minutes without use</source>
        <translation>{number} phút không dùng</translation>
    </message>
    <message>
        <source>This hides the window from who sits down next. The files of the book stay readable to whoever uses this Windows account, and the command line asks for no password: to protect them give each person an account of their own and switch on BitLocker. Forgotten: run “so-sang-kien lock reset”.</source>
        <translation>Khóa chỉ che cửa sổ với người ngồi vào sau. Ai dùng chung tài khoản Windows này vẫn đọc được các tệp của sổ, và dòng lệnh không hỏi mật khẩu: muốn bảo vệ tệp, hãy cho mỗi người một tài khoản Windows riêng và bật BitLocker. Quên mật khẩu: chạy “so-sang-kien lock reset”.</translation>
    </message>
    <message>
        <source>&amp;Take the lock away</source>
        <translation>&amp;Bỏ khóa</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Guide (F1)</source>
        <translation>Hướng dẫn (F1)</translation>
    </message>
    <message>
        <source>Opening the book…</source>
        <translation>Đang mở sổ…</translation>
    </message>
    <message>
        <source>Support team</source>
        <translation>Tổ hỗ trợ</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Cán bộ</translation>
    </message>
    <message>
        <source>The last run ended unexpectedly. What was saved is whole.</source>
        <translation>Lần trước chương trình dừng bất thường. Những gì đã lưu vẫn nguyên.</translation>
    </message>
    <message>
        <source>From the watched folder: {number} files taken in</source>
        <translation>Từ thư mục theo dõi: đã nhận {number} tệp</translation>
    </message>
    <message>
        <source>From the watched folder: {number} files taken in, {left} to look at</source>
        <translation>Từ thư mục theo dõi: đã nhận {number} tệp, {left} tệp cần xem</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Two versions of this draft</source>
        <translation>Hai bản của cùng bản nháp</translation>
    </message>
    <message>
        <source>This draft was also changed on computer {device}. Choose for each question; what is not chosen can still be brought back with undo.</source>
        <translation>Bản nháp này cũng được sửa trên máy {device}. Chọn cho từng câu hỏi; phần không chọn vẫn lấy lại được bằng Hoàn tác.</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Chỗ khác nhau</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Gộp</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Máy này</translation>
    </message>
    <message>
        <source>The other computer</source>
        <translation>Máy kia</translation>
    </message>
    <message>
        <source>Keep both, one after the other</source>
        <translation>Giữ cả hai, nối tiếp nhau</translation>
    </message>
    <message>
        <source>(not answered)</source>
        <translation>(chưa trả lời)</translation>
    </message>
    <message>
        <source>{number} still to choose</source>
        <translation>Còn {number} chỗ chưa chọn</translation>
    </message>
    <message>
        <source>Merge units</source>
        <translation>Gộp đơn vị</translation>
    </message>
    <message>
        <source>Tick every unit that is merged. Reports and bundles under way of the units that end stay theirs and count with the one they become.</source>
        <translation>Đánh dấu các đơn vị được gộp. Sáng kiến và gói đang trên đường của đơn vị cũ vẫn mang tên đơn vị cũ và được tính cùng đơn vị sau khi gộp.</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>&amp;Gộp</translation>
    </message>
    <message>
        <source>Units that are merged</source>
        <translation>Các đơn vị được gộp</translation>
    </message>
    <message>
        <source>They become</source>
        <translation>Gộp thành</translation>
    </message>
    <message>
        <source>&amp;They become</source>
        <translation>Gộp thàn&amp;h</translation>
    </message>
    <message>
        <source>Name of the new unit</source>
        <translation>Tên đơn vị mới</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại đơn vị</translation>
    </message>
    <message>
        <source>Add up their &amp;members and workers</source>
        <translation>Cộng số đ&amp;oàn viên và người lao động</translation>
    </message>
    <message>
        <source>a new unit</source>
        <translation>một đơn vị mới</translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>Move</source>
        <translation>Chuyển đơn vị</translation>
    </message>
    <message>
        <source>Now {name} stands below {above}. Tick others that move along.</source>
        <translation>Hiện nay {name} trực thuộc {above}. Đánh dấu thêm các đơn vị cùng chuyển.</translation>
    </message>
    <message>
        <source>&amp;Move</source>
        <translation>&amp;Chuyển</translation>
    </message>
    <message>
        <source>Below which unit</source>
        <translation>Chuyển về trực thuộc</translation>
    </message>
    <message>
        <source>Units that move</source>
        <translation>Các đơn vị chuyển</translation>
    </message>
</context>
<context>
    <name>MoveInDialog</name>
    <message>
        <source>I am moving from another computer</source>
        <translation>Tôi chuyển từ máy khác</translation>
    </message>
    <message>
        <source>Choose the file that was written on the old computer, and its passphrase.</source>
        <translation>Chọn tệp đã ghi ở máy cũ rồi gõ mật khẩu của tệp.</translation>
    </message>
    <message>
        <source>&amp;Bring the book here</source>
        <translation>&amp;Đưa sổ về máy này</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Tệp</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Mật khẩu</translation>
    </message>
    <message>
        <source>File of the move</source>
        <translation>Tệp chuyển máy</translation>
    </message>
</context>
<context>
    <name>MoveOutDialog</name>
    <message>
        <source>Move to another computer</source>
        <translation>Chuyển sang máy khác</translation>
    </message>
    <message>
        <source>Everything goes into one file: reports, pictures, keys. Carry it to the new computer and choose “I am moving from another computer” there. Afterwards the book here can only be read.</source>
        <translation>Tất cả vào một tệp: báo cáo, ảnh, khóa. Mang tệp sang máy mới và chọn “Tôi chuyển từ máy khác”. Sau đó sổ ở máy này chỉ để xem.</translation>
    </message>
    <message>
        <source>&amp;Write the file</source>
        <translation>&amp;Ghi tệp</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Tệp</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Mật khẩu</translation>
    </message>
    <message>
        <source>Passphrase &amp;again</source>
        <translation>Gõ &amp;lại mật khẩu</translation>
    </message>
    <message>
        <source>File of the move</source>
        <translation>Tệp chuyển máy</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>Hai lần gõ mật khẩu không giống nhau.</translation>
    </message>
    <message>
        <source>The file was written and opened again: {file}</source>
        <translation>Tệp đã được ghi và mở thử lại: {file}</translation>
    </message>
    <message>
        <source>Carry it to the new computer. The book here can only be read from now on.</source>
        <translation>Mang tệp sang máy mới. Từ giờ sổ ở máy này chỉ để xem.</translation>
    </message>
</context>
<context>
    <name>MovedBook</name>
    <message>
        <source>This book moved to another computer on {day}. Here it can only be read.</source>
        <translation>Sổ này đã chuyển sang máy khác ngày {day}. Ở đây chỉ để xem.</translation>
    </message>
    <message>
        <source>Use it here again only when the other computer does not: two that go on would number their bundles alike.</source>
        <translation>Chỉ dùng lại ở đây khi máy kia không dùng: hai máy cùng viết tiếp sẽ đánh số gói trùng nhau.</translation>
    </message>
    <message>
        <source>&amp;Only look</source>
        <translation>&amp;Chỉ xem</translation>
    </message>
    <message>
        <source>&amp;Use it here again</source>
        <translation>&amp;Dùng lại ở máy này</translation>
    </message>
</context>
<context>
    <name>NumberEditor</name>
    <message>
        <source>This may be {first} or {second}. Write it without the comma.</source>
        <translation>Có thể là {first} hoặc {second}. Ghi lại, không dùng dấu phẩy.</translation>
    </message>
    <message>
        <source>Not understood as a number. Write for example 1.200.000 or 12,5.</source>
        <translation>Chưa hiểu số này. Ghi theo kiểu 1.200.000 hoặc 12,5.</translation>
    </message>
</context>
<context>
    <name>NumbersDialog</name>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Máy</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>Gói</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Vấn đề</translation>
    </message>
    <message>
        <source>To ask the units about</source>
        <translation>Cần hỏi lại đơn vị</translation>
    </message>
    <message>
        <source>Every bundle has a number. A number that is missing was written and never came in. When it comes, it leaves this list; when the unit explains it, write why.</source>
        <translation>Mỗi gói có một số. Số còn thiếu là gói đã ghi nhưng chưa về. Gói về thì dòng này tự hết; đơn vị giải thích được thì ghi lý do.</translation>
    </message>
    <message>
        <source>&amp;Explained…</source>
        <translation>Đã &amp;rõ lý do…</translation>
    </message>
    <message>
        <source>Has not come in</source>
        <translation>Chưa về</translation>
    </message>
    <message>
        <source>Two different bundles bear it</source>
        <translation>Hai gói khác nhau cùng số này</translation>
    </message>
    <message>
        <source>Does not follow the one before</source>
        <translation>Không nối tiếp gói trước</translation>
    </message>
    <message>
        <source>Ask the unit for this bundle: it can write it again unchanged, under “Queue and bundles”.</source>
        <translation>Xin đơn vị gói này: ở mục “Hàng chờ &amp; gói”, đơn vị xuất lại được đúng gói đó.</translation>
    </message>
    <message>
        <source>The unit's book was probably put back from a backup, so a number was used again. Both bundles were taken in; nothing is lost.</source>
        <translation>Có lẽ đơn vị đã khôi phục sổ từ bản sao lưu nên một số được dùng lại. Cả hai gói đều đã nhận; không mất gì.</translation>
    </message>
    <message>
        <source>The unit's book was probably put back from a backup. Ask whether a bundle in between was lost.</source>
        <translation>Có lẽ đơn vị đã khôi phục sổ từ bản sao lưu. Hỏi xem có gói nào ở giữa bị mất không.</translation>
    </message>
    <message>
        <source>Explained</source>
        <translation>Đã rõ lý do</translation>
    </message>
    <message>
        <source>What does {unit} say about bundle number {number}?</source>
        <translation>{unit} giải thích thế nào về gói số {number}?</translation>
    </message>
</context>
<context>
    <name>OfficeServerDialog</name>
    <message>
        <source>Server of the office</source>
        <translation>Máy chủ của cơ quan</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Địa chỉ máy chủ</translation>
    </message>
    <message>
        <source>User on the server</source>
        <translation>Tên người dùng trên máy chủ</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Họ tên</translation>
    </message>
    <message>
        <source>Shared folder for files</source>
        <translation>Thư mục chung để tệp</translation>
    </message>
    <message>
        <source>none: files are kept on the server</source>
        <translation>không có: tệp nằm trên máy chủ</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>C&amp;họn…</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>Địa &amp;chỉ</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>Tên &amp;người dùng</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Mật khẩu</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>&amp;Họ tên</translation>
    </message>
    <message>
        <source>Shared folder</source>
        <translation>Thư mục chung</translation>
    </message>
    <message>
        <source>&amp;Officers…</source>
        <translation>Cán &amp;bộ…</translation>
    </message>
    <message>
        <source>&amp;Try the connection</source>
        <translation>&amp;Thử kết nối</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>Take the book &amp;back here…</source>
        <translation>Đưa sổ &amp;về máy này…</translation>
    </message>
    <message>
        <source>The book is on {address}. You are {name} there.</source>
        <translation>Sổ đang ở {address}. Tên của máy này trong sổ: {name}.</translation>
    </message>
    <message>
        <source>&amp;Ask to join</source>
        <translation>&amp;Xin dùng chung</translation>
    </message>
    <message>
        <source>Open the book your office keeps on its server. A head of the book compares four words with you by phone and lets this computer in.</source>
        <translation>Mở sổ mà cơ quan để trên máy chủ. Trưởng bộ phận cùng đọc bốn từ qua điện thoại rồi cho máy này vào.</translation>
    </message>
    <message>
        <source>&amp;Move the book there</source>
        <translation>Chuyển &amp;sổ lên đó</translation>
    </message>
    <message>
        <source>Several officers can work on one book when it is on a PostgreSQL server of the office. Everything is copied and compared before this computer is switched over; the book on this computer is kept as it was.</source>
        <translation>Khi sổ nằm trên máy chủ PostgreSQL của cơ quan, nhiều cán bộ cùng làm được trên một sổ. Mọi thứ được chép và đối chiếu xong rồi máy này mới chuyển sang; sổ cũ trên máy này được giữ nguyên.</translation>
    </message>
    <message>
        <source>Stopped. The book is where it was.</source>
        <translation>Đã dừng. Sổ vẫn ở chỗ cũ.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Đang hỏi máy chủ…</translation>
    </message>
    <message>
        <source>The server answers (PostgreSQL {version}).</source>
        <translation>Máy chủ có trả lời (PostgreSQL {version}).</translation>
    </message>
    <message>
        <source>The book of {name} stands there, shared by {number} officers.</source>
        <translation>Trên máy chủ có sổ của {name}, {number} cán bộ dùng chung.</translation>
    </message>
    <message>
        <source>No book stands there yet.</source>
        <translation>Trên máy chủ chưa có sổ nào.</translation>
    </message>
    <message>
        <source>What is sent there is not encrypted. Outside of the office's own network add ?sslmode=verify-full to the address.</source>
        <translation>Đường truyền chưa được mã hóa. Ngoài mạng nội bộ của cơ quan, thêm ?sslmode=verify-full vào địa chỉ.</translation>
    </message>
    <message>
        <source>Please write your name: decisions will bear it.</source>
        <translation>Cần ghi họ tên: các quyết định sẽ mang tên này.</translation>
    </message>
    <message>
        <source>Moving the book to the server…</source>
        <translation>Đang chuyển sổ lên máy chủ…</translation>
    </message>
    <message>
        <source>Call a head of the book and read these four words to each other. When they are the same, the head lets this computer in.</source>
        <translation>Gọi cho trưởng bộ phận, hai bên cùng đọc bốn từ này. Giống nhau thì trưởng bộ phận cho máy này vào.</translation>
    </message>
    <message>
        <source>Moved and compared: {rows} rows, {files} files. The book is on the server.</source>
        <translation>Đã chuyển và đối chiếu {rows} dòng, {files} tệp. Sổ đã ở trên máy chủ.</translation>
    </message>
    <message>
        <source>Take the book back to this computer? Other officers can still read the one on the server, but not change it any more.</source>
        <translation>Đưa sổ về máy này? Các cán bộ khác vẫn xem được sổ trên máy chủ, nhưng không ghi thêm được nữa.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Đưa về</translation>
    </message>
    <message>
        <source>Taking the book back…</source>
        <translation>Đang đưa sổ về…</translation>
    </message>
    <message>
        <source>Moved and compared: {rows} rows, {files} files. The book is here again.</source>
        <translation>Đã chuyển và đối chiếu {rows} dòng, {files} tệp. Sổ đã về máy này.</translation>
    </message>
</context>
<context>
    <name>OfficersDialog</name>
    <message>
        <source>Name</source>
        <translation>Họ tên</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Vai trò</translation>
    </message>
    <message>
        <source>Four words</source>
        <translation>Bốn từ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Officers who share the book</source>
        <translation>Cán bộ dùng chung sổ</translation>
    </message>
    <message>
        <source>Whoever asks to join reads four words to you by phone; when they are the same here, it is their computer. An officer takes in, decides and answers; a reader reads and prints; a head also looks after units, targets and officers.</source>
        <translation>Người xin dùng chung đọc bốn từ qua điện thoại; giống với ở đây thì đúng là máy của người đó. Cán bộ nhận gói, thẩm định, trả kết quả; người xem chỉ xem và in; trưởng bộ phận còn lo đơn vị, chỉ tiêu và cán bộ.</translation>
    </message>
    <message>
        <source>The words are the &amp;same</source>
        <translation>Các từ &amp;giống nhau</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Vai trò</translation>
    </message>
    <message>
        <source>&amp;Let go…</source>
        <translation>&amp;Cho thôi…</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Cán bộ</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Người xem</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Trưởng bộ phận</translation>
    </message>
    <message>
        <source>{name} (this computer)</source>
        <translation>{name} (máy này)</translation>
    </message>
    <message>
        <source>To be compared</source>
        <translation>Chờ đối chiếu</translation>
    </message>
    <message>
        <source>Shares the book</source>
        <translation>Đang dùng chung</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Cho thôi</translation>
    </message>
    <message>
        <source>{name} will not share the book any more. What they decided stays, with their name.</source>
        <translation>{name} sẽ không dùng chung sổ nữa. Những gì người này đã quyết vẫn còn, kèm tên.</translation>
    </message>
</context>
<context>
    <name>OwnTargetsPage</name>
    <message>
        <source>Targets</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Soạn</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>Công nhận</translation>
    </message>
    <message>
        <source>Submission</source>
        <translation>Nộp lên trên</translation>
    </message>
    <message>
        <source>Portal</source>
        <translation>Cổng</translation>
    </message>
    <message>
        <source>The target of the unit stands here. It comes with the card from the office.</source>
        <translation>Chỉ tiêu của đơn vị sẽ hiện ở đây. Chỉ tiêu đi kèm thẻ đơn vị do cấp trên gửi.</translation>
    </message>
    <message>
        <source>Take in the card</source>
        <translation>Nhận thẻ đơn vị</translation>
    </message>
    <message>
        <source>{reached} of {target} · {share}</source>
        <translation>{reached} / {target} · {share}</translation>
    </message>
    <message>
        <source>No target is set for this.</source>
        <translation>Chưa đặt chỉ tiêu cho kỳ này.</translation>
    </message>
    <message>
        <source>New each week: {state}</source>
        <translation>Mới từng tuần: {state}</translation>
    </message>
    <message>
        <source>Nothing new in these weeks.</source>
        <translation>Các tuần này chưa có số mới.</translation>
    </message>
    <message>
        <source>These are the figures of this book on {day}. {office} has its own, of the day it took in the last bundle; they agree when bundles and answers were carried.</source>
        <translation>Đây là số liệu của sổ này ngày {day}. {office} có số liệu riêng, tính đến lần nhận gói gần nhất; hai bên khớp nhau sau khi gói và kết quả đã chuyển đủ.</translation>
    </message>
    <message>
        <source>These are the figures of this book on {day}.</source>
        <translation>Đây là số liệu của sổ này ngày {day}.</translation>
    </message>
    <message>
        <source>Still missing {number}.</source>
        <translation>Còn thiếu {number}.</translation>
    </message>
    <message>
        <source>Registered {registered}, by the rule {rule}.</source>
        <translation>Đăng ký {registered}, theo tỷ lệ quy định {rule}.</translation>
    </message>
    <message>
        <source>New in seven days: {new}, in the seven before: {before}.</source>
        <translation>Mới trong 7 ngày qua: {new}, 7 ngày trước đó: {before}.</translation>
    </message>
</context>
<context>
    <name>PageFiles</name>
    <message>
        <source>Taking the file in…</source>
        <translation>Đang nhận tệp…</translation>
    </message>
    <message>
        <source>Stopped. None of these files was taken in.</source>
        <translation>Đã dừng. Chưa nhận tệp nào trong số này.</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Dừng</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Made smaller: {before} → {after}; place and time of the photo removed</source>
        <translation>Đã thu nhỏ: {before} → {after}; đã xóa nơi chụp, giờ chụp</translation>
    </message>
    <message>
        <source>{number} files taken in</source>
        <translation>Đã nhận {number} tệp</translation>
    </message>
    <message>
        <source>Not taken: {names}</source>
        <translation>Không nhận được: {names}</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Pages of the document</source>
        <translation>Các trang văn bản</translation>
    </message>
    <message>
        <source>{title}, page {page} of {pages}</source>
        <translation>{title}, trang {page} trên {pages}</translation>
    </message>
</context>
<context>
    <name>PartsBox</name>
    <message>
        <source>More</source>
        <translation>Mục khác</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Passphrase for the backup</source>
        <translation>Mật khẩu cho bản dự phòng</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Tiếp tục</translation>
    </message>
    <message>
        <source>Take four or five words that have nothing to do with each other. Without the passphrase nobody can open the file, neither can we.</source>
        <translation>Đặt bốn, năm từ không liên quan với nhau. Quên mật khẩu thì không ai mở được tệp, kể cả người làm chương trình.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Gõ lại lần nữa</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Hiện chữ đang gõ</translation>
    </message>
    <message>
        <source>Passphrase of the portable book</source>
        <translation>Mật khẩu của sổ mang theo</translation>
    </message>
    <message>
        <source>This book is carried about with its program. Its keys are kept by a passphrase, so that whoever finds the stick cannot use them. Choose one now and do not write it on the stick: nobody can tell it to you later.</source>
        <translation>Sổ này được mang theo cùng chương trình trên USB. Khóa của sổ được giữ bằng mật khẩu để ai nhặt được USB cũng không dùng được. Hãy đặt mật khẩu ngay bây giờ và đừng ghi lên USB: về sau không ai nhắc lại được.</translation>
    </message>
    <message>
        <source>Type the passphrase that was chosen for this stick.</source>
        <translation>Nhập mật khẩu đã đặt cho USB này.</translation>
    </message>
    <message>
        <source>&amp;Set the passphrase</source>
        <translation>Đặ&amp;t mật khẩu</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Mở</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Mật khẩu</translation>
    </message>
    <message>
        <source>Once &amp;more</source>
        <translation>Nhập &amp;lại</translation>
    </message>
    <message>
        <source>S&amp;how what is typed</source>
        <translation>Hiện chữ đang &amp;gõ</translation>
    </message>
    <message>
        <source>The two are not the same. Type the passphrase twice alike.</source>
        <translation>Hai lần nhập chưa giống nhau. Nhập lại mật khẩu hai lần như nhau.</translation>
    </message>
</context>
<context>
    <name>PeopleDialog</name>
    <message>
        <source>Members and workers</source>
        <translation>Đoàn viên và người lao động</translation>
    </message>
    <message>
        <source>For {name}. Targets in percent are worked out from these numbers.</source>
        <translation>Của {name}. Chỉ tiêu theo phần trăm được tính từ các số này.</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>&amp;Members</source>
        <translation>Đoàn &amp;viên</translation>
    </message>
    <message>
        <source>Workers who are &amp;no members</source>
        <translation>&amp;Người lao động chưa là đoàn viên</translation>
    </message>
    <message>
        <source>Counted on</source>
        <translation>Số liệu tại ngày</translation>
    </message>
    <message>
        <source>&amp;Counted on</source>
        <translation>&amp;Số liệu tại ngày</translation>
    </message>
</context>
<context>
    <name>PeriodBar</name>
    <message>
        <source>Programme, phase or period</source>
        <translation>Chương trình, giai đoạn hoặc khoảng thời gian</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>Đến ngày</translation>
    </message>
    <message>
        <source>Seen on an earlier day</source>
        <translation>Xem lại một ngày đã qua</translation>
    </message>
    <message>
        <source>Seen on</source>
        <translation>Ngày xem</translation>
    </message>
    <message>
        <source>As the offices below told it</source>
        <translation>Theo cấp dưới báo</translation>
    </message>
    <message>
        <source>Of each unit the figures its office sent last, on the day it sent them</source>
        <translation>Mỗi đơn vị theo số liệu mà cơ quan theo dõi gửi lên gần nhất, đúng ngày gửi</translation>
    </message>
    <message>
        <source>Everything until today</source>
        <translation>Tất cả đến hôm nay</translation>
    </message>
    <message>
        <source>{name} (peak)</source>
        <translation>{name} (cao điểm)</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Tuần này</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>Tuần trước</translation>
    </message>
    <message>
        <source>Another period</source>
        <translation>Khoảng ngày khác</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>Name</source>
        <translation>Họ tên</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Workplace</source>
        <translation>Nơi làm việc</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Là</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Ở đâu</translation>
    </message>
    <message>
        <source>Data of one person</source>
        <translation>Dữ liệu của một người</translation>
    </message>
    <message>
        <source>Two people can bear the same name: tick the rows that are the person who asks. A request is to be answered within 2 working days.</source>
        <translation>Có thể có hai người trùng tên: đánh dấu đúng những dòng là người yêu cầu. Yêu cầu phải được trả lời trong 2 ngày làm việc.</translation>
    </message>
    <message>
        <source>Full name, with or without marks</source>
        <translation>Họ và tên, có dấu hay không dấu</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Tìm</translation>
    </message>
    <message>
        <source>&amp;Write their data…</source>
        <translation>&amp;Xuất bản dữ liệu…</translation>
    </message>
    <message>
        <source>&amp;Erase…</source>
        <translation>Xó&amp;a…</translation>
    </message>
    <message>
        <source>Write a name and press Enter.</source>
        <translation>Gõ họ tên rồi nhấn Enter.</translation>
    </message>
    <message>
        <source>Finishing an erasure that was interrupted…</source>
        <translation>Đang làm tiếp việc xóa bị ngắt giữa chừng…</translation>
    </message>
    <message>
        <source>Looking for {name}…</source>
        <translation>Đang tìm {name}…</translation>
    </message>
    <message>
        <source>Nobody named {name} stands in the book.</source>
        <translation>Không có ai tên {name} trong sổ.</translation>
    </message>
    <message>
        <source>Folder for the data</source>
        <translation>Thư mục để ghi dữ liệu</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Đang ghi…</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Đã ghi</translation>
    </message>
    <message>
        <source>The PDF is for the person, the JSON for another program:
{files}</source>
        <translation>Bản PDF để đưa cho người đó, bản JSON để chuyển sang chương trình khác:
{files}</translation>
    </message>
    <message>
        <source>Looking at what would be erased…</source>
        <translation>Đang xem những gì sẽ bị xóa…</translation>
    </message>
    <message>
        <source>Erased. It cannot be taken back.</source>
        <translation>Đã xóa. Không lấy lại được.</translation>
    </message>
</context>
<context>
    <name>PhaseDialog</name>
    <message>
        <source>New phase</source>
        <translation>Thêm giai đoạn</translation>
    </message>
    <message>
        <source>Change the phase</source>
        <translation>Sửa giai đoạn</translation>
    </message>
    <message>
        <source>A peak period inside a phase</source>
        <translation>Đợt cao điểm trong một giai đoạn</translation>
    </message>
</context>
<context>
    <name>PhrasesDialog</name>
    <message>
        <source>Phrases</source>
        <translation>Câu mẫu</translation>
    </message>
    <message>
        <source>Search, without marks too</source>
        <translation>Tìm, gõ không dấu cũng được</translation>
    </message>
    <message>
        <source>Search phrases</source>
        <translation>Tìm câu mẫu</translation>
    </message>
    <message>
        <source>No phrase fits. Add one to use it again and again.</source>
        <translation>Không có câu nào hợp. Thêm một câu để dùng lại nhiều lần.</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Thêm…</translation>
    </message>
    <message>
        <source>Add the &amp;comment</source>
        <translation>Thêm ý &amp;kiến đang viết</translation>
    </message>
    <message>
        <source>&amp;Edit… (F2)</source>
        <translation>&amp;Sửa… (F2)</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>&amp;Lên</translation>
    </message>
    <message>
        <source>Do&amp;wn</source>
        <translation>&amp;Xuống</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Bỏ câu này</translation>
    </message>
    <message>
        <source>&amp;Put in</source>
        <translation>&amp;Chèn vào</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>The phrase as it goes into a comment:</source>
        <translation>Câu sẽ chèn vào ý kiến:</translation>
    </message>
    <message>
        <source>A new phrase</source>
        <translation>Câu mẫu mới</translation>
    </message>
    <message>
        <source>Write the phrase anew</source>
        <translation>Viết lại câu mẫu</translation>
    </message>
</context>
<context>
    <name>PieceCard</name>
    <message>
        <source>(no heading)</source>
        <translation>(không có đề mục)</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Lấy</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Câu hỏi</translation>
    </message>
    <message>
        <source>Put it in place of the answer that is there</source>
        <translation>Thay câu trả lời đang có</translation>
    </message>
    <message>
        <source>No question – leave it</source>
        <translation>Không thuộc câu nào – để lại</translation>
    </message>
    <message>
        <source>Does not fit this question.</source>
        <translation>Không hợp với câu hỏi này.</translation>
    </message>
    <message>
        <source>Not taken. Choose a question if it belongs to one.</source>
        <translation>Chưa lấy. Nếu thuộc câu nào thì chọn câu đó.</translation>
    </message>
    <message>
        <source>Not a clear number or date; kept for you to read.</source>
        <translation>Chưa rõ số hoặc ngày; giữ nguyên chữ để anh chị xem lại.</translation>
    </message>
    <message>
        <source>As you chose</source>
        <translation>Theo anh chị chọn</translation>
    </message>
    <message>
        <source>Fits well</source>
        <translation>Rất khớp</translation>
    </message>
    <message>
        <source>Probably fits</source>
        <translation>Có lẽ khớp</translation>
    </message>
    <message>
        <source>Look twice</source>
        <translation>Nên xem kỹ</translation>
    </message>
</context>
<context>
    <name>PlaceDialog</name>
    <message>
        <source>It calls itself {unit}, code {code}. Call the unit on a number you know; its four words are: {words}. Then its {number} files are taken in.</source>
        <translation>Nơi gửi tự ghi là {unit}, mã {code}. Gọi cho đơn vị theo số điện thoại đã biết; bốn từ của máy đó là: {words}. Sau đó {number} tệp của nơi gửi sẽ được nhận vào.</translation>
    </message>
    <message>
        <source>Where does this sender belong?</source>
        <translation>Nơi gửi này thuộc đơn vị nào?</translation>
    </message>
    <message>
        <source>&amp;Take in its files</source>
        <translation>&amp;Nhận các tệp này</translation>
    </message>
    <message>
        <source>A new unit, below the one chosen here</source>
        <translation>Đơn vị mới, trực thuộc đơn vị chọn dưới đây</translation>
    </message>
    <message>
        <source>The unit chosen here, under another name</source>
        <translation>Chính là đơn vị chọn dưới đây, ghi tên khác</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Nơi gửi là</translation>
    </message>
    <message>
        <source>&amp;What it is</source>
        <translation>Nơi &amp;gửi là</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>T&amp;ên đơn vị</translation>
    </message>
    <message>
        <source>C&amp;ode</source>
        <translation>&amp;Mã</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại đơn vị</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Loại đơn vị</translation>
    </message>
    <message>
        <source>I compared the four words by &amp;phone</source>
        <translation>Đã so bốn từ qua điện t&amp;hoại</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>&amp;Programmes and targets</source>
        <translation>&amp;Chương trình và chỉ tiêu</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Trang chính</translation>
    </message>
    <message>
        <source>Initiatives</source>
        <translation>Sáng kiến</translation>
    </message>
    <message>
        <source>Queue and bundles</source>
        <translation>Hàng chờ &amp; gói</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Mẫu</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Hộp nhận</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Thẩm định</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Trả kết quả</translation>
    </message>
    <message>
        <source>To the portal</source>
        <translation>Lên cổng</translation>
    </message>
    <message>
        <source>Units and targets</source>
        <translation>Đơn vị &amp; chỉ tiêu</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Tổng hợp</translation>
    </message>
</context>
<context>
    <name>PlacingDialog</name>
    <message>
        <source>Calls itself</source>
        <translation>Tự ghi là</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Four words</source>
        <translation>Bốn từ</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Số tệp</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Từ lúc</translation>
    </message>
    <message>
        <source>Senders that are not in the list of units</source>
        <translation>Nơi gửi chưa có trong danh sách đơn vị</translation>
    </message>
    <message>
        <source>Their files are kept here and were not taken in. Say where each belongs: then everything of it comes in at once.</source>
        <translation>Tệp của các nơi gửi này được giữ lại đây, chưa nhận vào sổ. Chọn đơn vị cho từng nơi gửi: mọi tệp của nơi đó sẽ được nhận ngay.</translation>
    </message>
    <message>
        <source>&amp;Drop…</source>
        <translation>&amp;Xóa…</translation>
    </message>
    <message>
        <source>&amp;Say where it belongs…</source>
        <translation>&amp;Chọn đơn vị…</translation>
    </message>
    <message>
        <source>Computer {device}, four words: {words}</source>
        <translation>Máy {device}, bốn từ: {words}</translation>
    </message>
    <message>
        <source>Drop {number} files of “{unit}”?</source>
        <translation>Xóa {number} tệp của “{unit}”?</translation>
    </message>
    <message>
        <source>The copies kept here are deleted. Nothing of them was taken in.</source>
        <translation>Các bản giữ ở đây sẽ bị xóa. Chưa có gì trong đó được nhận vào sổ.</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Xóa</translation>
    </message>
</context>
<context>
    <name>PortalAnswersDialog</name>
    <message>
        <source>Row</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Sẽ thế nào</translation>
    </message>
    <message>
        <source>Title in the list</source>
        <translation>Tên trong danh sách</translation>
    </message>
    <message>
        <source>Is about</source>
        <translation>Là sáng kiến</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Answers of the portal</source>
        <translation>Kết quả từ cổng</translation>
    </message>
    <message>
        <source>Nothing is written yet. What is sure is recorded; what is in doubt needs a choice.</source>
        <translation>Chưa có gì được ghi. Dòng chắc chắn sẽ được ghi; dòng còn ngờ thì cần chọn.</translation>
    </message>
    <message>
        <source>Which initiative the row is about</source>
        <translation>Dòng này là sáng kiến nào</translation>
    </message>
    <message>
        <source>The list is &amp;right: record it all the same</source>
        <translation>&amp;Danh sách đúng: vẫn ghi theo danh sách</translation>
    </message>
    <message>
        <source>Choose the list the portal gave: Excel or CSV.</source>
        <translation>Chọn danh sách kết quả nhận từ cổng: Excel hoặc CSV.</translation>
    </message>
    <message>
        <source>Choose the &amp;list…</source>
        <translation>&amp;Chọn danh sách…</translation>
    </message>
    <message>
        <source>Lists (*.xlsx *.xlsm *.csv *.txt);;All files (*)</source>
        <translation>Danh sách (*.xlsx *.xlsm *.csv *.txt);;Mọi tệp (*)</translation>
    </message>
    <message>
        <source>The list</source>
        <translation>Danh sách kết quả</translation>
    </message>
    <message>
        <source>Answers from {file}</source>
        <translation>Kết quả trong {file}</translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <translation>Đang đọc danh sách…</translation>
    </message>
    <message>
        <source>The list has no rows.</source>
        <translation>Danh sách không có dòng nào.</translation>
    </message>
    <message>
        <source>&amp;Record {number} answers</source>
        <translation>&amp;Ghi {number} kết quả</translation>
    </message>
    <message>
        <source>Recording…</source>
        <translation>Đang ghi…</translation>
    </message>
    <message>
        <source>{number} answers were recorded. The teams hear of them with the next one.</source>
        <translation>Đã ghi {number} kết quả. Các tổ sẽ nhận được trong lần trả kết quả tới.</translation>
    </message>
    <message>
        <source>Not chosen yet</source>
        <translation>Chưa chọn</translation>
    </message>
    <message>
        <source>None of these: leave the row out</source>
        <translation>Không phải các sáng kiến này: bỏ qua dòng</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Đã ghi</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Will be recorded</source>
        <translation>Sẽ ghi</translation>
    </message>
    <message>
        <source>Will change</source>
        <translation>Sẽ đổi</translation>
    </message>
    <message>
        <source>As here already</source>
        <translation>Đã có như vậy</translation>
    </message>
    <message>
        <source>Needs a choice</source>
        <translation>Cần chọn</translation>
    </message>
    <message>
        <source>Against the book</source>
        <translation>Khác với sổ</translation>
    </message>
    <message>
        <source>Same as another row</source>
        <translation>Trùng dòng khác</translation>
    </message>
    <message>
        <source>Not found here</source>
        <translation>Không có trong sổ</translation>
    </message>
    <message>
        <source>Cannot be recorded</source>
        <translation>Chưa ghi được</translation>
    </message>
    <message>
        <source>List: {text}</source>
        <translation>Danh sách: {text}</translation>
    </message>
    <message>
        <source>Here: {text}</source>
        <translation>Trong sổ: {text}</translation>
    </message>
    <message>
        <source>No accepted initiative has this code, or this title and author.</source>
        <translation>Không có sáng kiến đã đạt nào mang mã này, hoặc tên và tác giả này.</translation>
    </message>
</context>
<context>
    <name>PortalFields</name>
    <message>
        <source>Field on the portal</source>
        <translation>Ô trên cổng</translation>
    </message>
    <message>
        <source>What to enter</source>
        <translation>Nội dung nhập</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Độ dài</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Fields in the portal's order</source>
        <translation>Các ô theo thứ tự trên cổng</translation>
    </message>
    <message>
        <source>The whole text of the field</source>
        <translation>Toàn bộ nội dung của ô</translation>
    </message>
    <message>
        <source>Select what &amp;fits</source>
        <translation>Chọn phần &amp;vừa</translation>
    </message>
    <message>
        <source>Copy (Ctrl+C)</source>
        <translation>Chép (Ctrl+C)</translation>
    </message>
    <message>
        <source>{field}: not in the book, fill it in on the portal.</source>
        <translation>{field}: sổ không có, nhập thẳng trên cổng.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Đã chép</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Nhập tay</translation>
    </message>
    <message>
        <source>Too long</source>
        <translation>Quá dài</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Còn thiếu</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Đã bỏ</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>Cần xem</translation>
    </message>
    <message>
        <source>To copy</source>
        <translation>Chưa chép</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Để trống</translation>
    </message>
</context>
<context>
    <name>PortalFiles</name>
    <message>
        <source>Attachments</source>
        <translation>Tệp đính kèm</translation>
    </message>
</context>
<context>
    <name>PortalFolderDialog</name>
    <message>
        <source>Up by file</source>
        <translation>Nộp bằng tệp</translation>
    </message>
    <message>
        <source>Hand-over folder for the portal</source>
        <translation>Thư mục nộp lên cổng</translation>
    </message>
    <message>
        <source>A list, papers and files of each ticked initiative. What must be kept confidential is left out.</source>
        <translation>Gồm danh sách, văn bản và tệp đính kèm của từng sáng kiến được đánh dấu. Phần phải giữ kín được bỏ ra.</translation>
    </message>
    <message>
        <source>Initiative</source>
        <translation>Sáng kiến</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Sẽ thế nào</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Dung lượng</translation>
    </message>
    <message>
        <source>What goes up</source>
        <translation>Những gì được nộp</translation>
    </message>
    <message>
        <source>As one &amp;ZIP file, for mail or chat</source>
        <translation>Thành một tệp &amp;ZIP, để gửi thư hoặc trò chuyện</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Hủy</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Quay lại</translation>
    </message>
    <message>
        <source>&amp;Open the folder</source>
        <translation>&amp;Mở thư mục</translation>
    </message>
    <message>
        <source>&amp;Where to…</source>
        <translation>&amp;Ghi vào đâu…</translation>
    </message>
    <message>
        <source>&amp;Write</source>
        <translation>&amp;Ghi</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Xong</translation>
    </message>
    <message>
        <source>Looking at what waits…</source>
        <translation>Đang xem những gì chờ nộp…</translation>
    </message>
    <message>
        <source>{number} stay back</source>
        <translation>giữ lại {number}</translation>
    </message>
    <message>
        <source>{number} have fields the portal may not take</source>
        <translation>{number} sáng kiến còn ô cổng có thể không nhận</translation>
    </message>
    <message>
        <source>Nothing waits. What is accepted under Review stands here.</source>
        <translation>Chưa có gì chờ nộp. Sáng kiến được kết luận Đạt ở Thẩm định sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Stays back</source>
        <translation>Giữ lại</translation>
    </message>
    <message>
        <source>Went with number {number}</source>
        <translation>Đã nộp ở lần {number}</translation>
    </message>
    <message>
        <source>To look at: {number}</source>
        <translation>Cần xem lại: {number} chỗ</translation>
    </message>
    <message>
        <source>Goes along</source>
        <translation>Được nộp</translation>
    </message>
    <message>
        <source>This stick holds files up to {size} only: write a folder.</source>
        <translation>USB này chỉ chứa được tệp tới {size}: hãy ghi thành thư mục.</translation>
    </message>
    <message>
        <source>Writing into {folder}</source>
        <translation>Đang ghi vào {folder}</translation>
    </message>
    <message>
        <source>The stick can be taken out</source>
        <translation>Có thể rút USB</translation>
    </message>
    <message>
        <source>The hand-over is there</source>
        <translation>Đã ghi xong</translation>
    </message>
    <message>
        <source>{name}: {what}, {files} files, {size}. Everything was written, read back and compared.</source>
        <translation>{name}: {what}, {files} tệp, {size}. Mọi tệp đã được ghi, đọc lại và so khớp.</translation>
    </message>
    <message>
        <source>{number} of them have fields the portal may not take as they are: they stand in the last column of the list.</source>
        <translation>{number} sáng kiến còn ô cổng có thể không nhận: xem cột cuối của danh sách.</translation>
    </message>
    <message>
        <source>When the portal's answers come as a list, read it under Answers of the portal.</source>
        <translation>Khi cổng trả danh sách kết quả, đọc vào bằng nút Đọc kết quả.</translation>
    </message>
    <message>
        <source>Hand-over number {number}</source>
        <translation>Lần nộp số {number}</translation>
    </message>
    <message>
        <source>Stay back:</source>
        <translation>Giữ lại:</translation>
    </message>
</context>
<context>
    <name>PortalList</name>
    <message>
        <source>All units</source>
        <translation>Mọi đơn vị</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>Tìm (Ctrl+F)</translation>
    </message>
    <message>
        <source>What the list shows</source>
        <translation>Danh sách hiện gì</translation>
    </message>
    <message>
        <source>Unit, and those below it</source>
        <translation>Đơn vị và các đơn vị trực thuộc</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>Initiative</source>
        <translation>Sáng kiến</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Initiatives on their way to the portal</source>
        <translation>Sáng kiến đang lên cổng</translation>
    </message>
    <message>
        <source>Nothing fits.</source>
        <translation>Không có sáng kiến nào khớp.</translation>
    </message>
    <message>
        <source>What was accepted under Review stands here, ready to be entered on the portal.</source>
        <translation>Sáng kiến được kết luận Đạt ở Thẩm định sẽ nằm ở đây, sẵn để nhập lên cổng.</translation>
    </message>
    <message>
        <source>Waiting or without a result</source>
        <translation>Chờ lên và chờ kết quả</translation>
    </message>
    <message>
        <source>Waiting to go up</source>
        <translation>Chờ lên cổng</translation>
    </message>
    <message>
        <source>Up, no result yet</source>
        <translation>Đã lên, chờ kết quả</translation>
    </message>
    <message>
        <source>With a result</source>
        <translation>Đã có kết quả</translation>
    </message>
    <message>
        <source>To mend</source>
        <translation>Cần bổ sung</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Chờ lên</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Đã lên</translation>
    </message>
</context>
<context>
    <name>PortalMapping</name>
    <message>
        <source>Where</source>
        <translation>Ở đâu</translation>
    </message>
    <message>
        <source>To mend</source>
        <translation>Cần sửa</translation>
    </message>
    <message>
        <source>Mapping to the portal's form</source>
        <translation>Bản đối chiếu với biểu mẫu trên cổng</translation>
    </message>
    <message>
        <source>Fields, their order, limits and lists, as an Excel workbook. The portal's own form is not public: what ships is a likely one, to be compared with the portal.</source>
        <translation>Các ô, thứ tự, giới hạn và danh mục, trong một tệp Excel. Biểu mẫu của cổng không được công bố: bản dựng sẵn chỉ là phỏng đoán, cần so lại với cổng.</translation>
    </message>
</context>
<context>
    <name>PortalMappingDialog</name>
    <message>
        <source>Use what &amp;ships</source>
        <translation>Về bản &amp;dựng sẵn</translation>
    </message>
    <message>
        <source>To &amp;Excel…</source>
        <translation>Ra &amp;Excel…</translation>
    </message>
    <message>
        <source>&amp;Take from Excel…</source>
        <translation>&amp;Lấy từ Excel…</translation>
    </message>
    <message>
        <source>In use: {name}, version {version}, {number} fields.</source>
        <translation>Đang dùng: {name}, phiên bản {version}, {number} ô.</translation>
    </message>
    <message>
        <source>From the file {file}.</source>
        <translation>Lấy từ tệp {file}.</translation>
    </message>
    <message>
        <source>Write it to Excel, edit it, take it back: every cell is checked.</source>
        <translation>Ghi ra Excel, sửa, rồi lấy lại: từng ô đều được kiểm tra.</translation>
    </message>
    <message>
        <source>Write the mapping</source>
        <translation>Ghi bản đối chiếu</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>Đã ghi: {file}</translation>
    </message>
    <message>
        <source>Take an edited mapping</source>
        <translation>Lấy bản đối chiếu đã sửa</translation>
    </message>
    <message>
        <source>{number} places to mend. The mapping in use is as it was.</source>
        <translation>Còn {number} chỗ cần sửa. Bản đối chiếu đang dùng vẫn giữ nguyên.</translation>
    </message>
    <message>
        <source>Taken in and checked.</source>
        <translation>Đã kiểm tra và lấy vào.</translation>
    </message>
    <message>
        <source>Use the mapping that ships? The office's own one is forgotten.</source>
        <translation>Dùng lại bản dựng sẵn? Bản riêng của nơi này sẽ bị bỏ.</translation>
    </message>
    <message>
        <source>Use what ships</source>
        <translation>Dùng bản dựng sẵn</translation>
    </message>
</context>
<context>
    <name>PortalPage</name>
    <message>
        <source>To the portal</source>
        <translation>Lên cổng</translation>
    </message>
    <message>
        <source>◂ List (Esc)</source>
        <translation>◂ Danh sách (Esc)</translation>
    </message>
    <message>
        <source>Sheet ▸</source>
        <translation>Bản nhập ▸</translation>
    </message>
    <message>
        <source>Nothing more waits that can go up.</source>
        <translation>Không còn sáng kiến nào chờ mà lên cổng được.</translation>
    </message>
    <message>
        <source>Where to save the files</source>
        <translation>Lưu các tệp vào đâu</translation>
    </message>
    <message>
        <source>{number} files are in {folder}.</source>
        <translation>Đã lưu {number} tệp vào {folder}.</translation>
    </message>
    <message>
        <source>Recorded. The team hears of it with the next answer.</source>
        <translation>Đã ghi. Tổ sẽ biết trong lần trả kết quả tới.</translation>
    </message>
</context>
<context>
    <name>PortalSheetView</name>
    <message>
        <source>Open under Re&amp;view</source>
        <translation>Mở ở T&amp;hẩm định</translation>
    </message>
    <message>
        <source>&amp;Save files in…</source>
        <translation>&amp;Lưu tệp vào…</translation>
    </message>
    <message>
        <source>&amp;Code on the portal</source>
        <translation>&amp;Mã trên cổng</translation>
    </message>
    <message>
        <source>S&amp;tate there</source>
        <translation>&amp;Trạng thái trên cổng</translation>
    </message>
    <message>
        <source>&amp;Record, next (Ctrl+Enter)</source>
        <translation>&amp;Ghi, sang tiếp (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Trade secret: only title, summary of effect and reward go up.</source>
        <translation>Bí mật công nghệ: chỉ đưa lên tên, tóm tắt hiệu quả và khen thưởng.</translation>
    </message>
    <message>
        <source>What is confidential was left out.</source>
        <translation>Đã bỏ phần cần bảo mật.</translation>
    </message>
    <message>
        <source>No files go along.</source>
        <translation>Không có tệp đi kèm.</translation>
    </message>
    <message>
        <source>{number} files: drag them to the portal, or save them (Ctrl+S).</source>
        <translation>{number} tệp: kéo thả sang cổng, hoặc lưu ra thư mục (Ctrl+S).</translation>
    </message>
    <message>
        <source>Enter the code first</source>
        <translation>Ghi mã trước đã</translation>
    </message>
</context>
<context>
    <name>PortalTools</name>
    <message>
        <source>&amp;Mapping…</source>
        <translation>Bản đối &amp;chiếu…</translation>
    </message>
    <message>
        <source>By &amp;file…</source>
        <translation>Nộp bằng &amp;tệp…</translation>
    </message>
    <message>
        <source>&amp;Answers…</source>
        <translation>Đọc &amp;kết quả…</translation>
    </message>
    <message>
        <source>Send over the &amp;network…</source>
        <translation>Tải lên qua &amp;mạng…</translation>
    </message>
</context>
<context>
    <name>PresenceLabel</name>
    <message>
        <source>Who else looks at this</source>
        <translation>Ai cũng đang xem</translation>
    </message>
    <message>
        <source>{names} is looking at this too</source>
        <translation>{names} cũng đang xem sáng kiến này</translation>
    </message>
</context>
<context>
    <name>ProblemDialog</name>
    <message>
        <source>Report a problem</source>
        <translation>Báo lỗi</translation>
    </message>
    <message>
        <source>This is everything the file will hold: versions, settings, counts, the last lines of the log. No names, no contents. Nothing is sent: hand the file over yourself, and say what was being done.</source>
        <translation>Đây là toàn bộ những gì tệp sẽ chứa: phiên bản, cấu hình, số đếm, các dòng cuối của nhật ký. Không có tên người, không có nội dung báo cáo. Máy không gửi đi đâu: tự tay đưa tệp cho người hỗ trợ, kèm một câu nói đang làm gì thì lỗi xảy ra.</translation>
    </message>
    <message>
        <source>&amp;Save the file…</source>
        <translation>&amp;Lưu tệp…</translation>
    </message>
    <message>
        <source>Gathering…</source>
        <translation>Đang gom…</translation>
    </message>
    <message>
        <source>What the file will hold</source>
        <translation>Những gì tệp sẽ chứa</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Lưu tệp báo lỗi</translation>
    </message>
    <message>
        <source>Zip (*.zip)</source>
        <translation>Zip (*.zip)</translation>
    </message>
</context>
<context>
    <name>ProgrammeDialog</name>
    <message>
        <source>New programme</source>
        <translation>Thêm chương trình</translation>
    </message>
    <message>
        <source>Change the programme</source>
        <translation>Sửa chương trình</translation>
    </message>
    <message>
        <source>It has a first and a last day</source>
        <translation>Có ngày bắt đầu và ngày kết thúc</translation>
    </message>
    <message>
        <source>What counts for the target</source>
        <translation>Số được tính vào chỉ tiêu</translation>
    </message>
    <message>
        <source>On the portal</source>
        <translation>Đã lên cổng</translation>
    </message>
    <message>
        <source>Valid on the portal</source>
        <translation>Hợp lệ trên cổng</translation>
    </message>
    <message>
        <source>Accepted by the office</source>
        <translation>Cấp trên đánh giá đạt</translation>
    </message>
    <message>
        <source>Received by the office</source>
        <translation>Cấp trên đã nhận</translation>
    </message>
    <message>
        <source>Recognised by the establishment</source>
        <translation>Cơ sở đã công nhận</translation>
    </message>
    <message>
        <source>A share is rounded</source>
        <translation>Làm tròn tỷ lệ</translation>
    </message>
    <message>
        <source>up</source>
        <translation>lên</translation>
    </message>
    <message>
        <source>to the nearest</source>
        <translation>đến số gần nhất</translation>
    </message>
    <message>
        <source>down</source>
        <translation>xuống</translation>
    </message>
</context>
<context>
    <name>QuarantineDialog</name>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Để riêng</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Vì sao</translation>
    </message>
    <message>
        <source>These files could not be taken in, wholly or in part. A copy of each is kept here. What comes in whole later leaves this list by itself.</source>
        <translation>Các tệp này chưa nhận được, toàn bộ hoặc một phần. Mỗi tệp có bản sao giữ ở đây. Tệp nào sau đó về lành lặn thì tự hết trong danh sách.</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Thử lại</translation>
    </message>
    <message>
        <source>Give to a &amp;helper…</source>
        <translation>Gửi người &amp;hỗ trợ…</translation>
    </message>
    <message>
        <source>&amp;Drop…</source>
        <translation>&amp;Bỏ…</translation>
    </message>
    <message>
        <source>No copy could be kept: take in the file itself again.</source>
        <translation>Không giữ được bản sao: hãy nhận lại chính tệp đó.</translation>
    </message>
    <message>
        <source>Taking in…</source>
        <translation>Đang nhận…</translation>
    </message>
    <message>
        <source>Where to write it</source>
        <translation>Ghi vào đâu</translation>
    </message>
    <message>
        <source>Written: {file}. It holds the file as it came and a report without names.</source>
        <translation>Đã ghi: {file}. Trong đó có tệp nguyên như khi đến và một báo cáo không có tên người.</translation>
    </message>
    <message>
        <source>Drop “{file}”?</source>
        <translation>Bỏ “{file}”?</translation>
    </message>
    <message>
        <source>The copy kept here is deleted. What was taken in of it stays.</source>
        <translation>Bản sao giữ ở đây sẽ bị xóa. Phần đã nhận của tệp vẫn còn.</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Bỏ</translation>
    </message>
</context>
<context>
    <name>QuestionField</name>
    <message>
        <source>Officer: {comment}</source>
        <translation>Ý kiến của cán bộ: {comment}</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Passphrase</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>“{file}” is sealed with a passphrase. Ask the unit for it by phone:</source>
        <translation>“{file}” được niêm phong bằng mật khẩu. Gọi điện hỏi đơn vị rồi nhập:</translation>
    </message>
    <message>
        <source>That passphrase does not fit “{file}”. Mind capitals and spaces; once more:</source>
        <translation>Mật khẩu chưa đúng với “{file}”. Chú ý chữ hoa và dấu cách; nhập lại:</translation>
    </message>
    <message>
        <source>Compare four words</source>
        <translation>So bốn từ</translation>
    </message>
    <message>
        <source>{what_to_do}

On the officer's screen must stand: {words}</source>
        <translation>{what_to_do}

Trên máy của bên gửi, mục Cài đặt phải hiện: {words}</translation>
    </message>
    <message>
        <source>The four words are the same</source>
        <translation>Bốn từ giống nhau</translation>
    </message>
    <message>
        <source>Not the same, or not sure</source>
        <translation>Khác, hoặc chưa chắc</translation>
    </message>
</context>
<context>
    <name>QuestionsView</name>
    <message>
        <source>Questions</source>
        <translation>Câu hỏi</translation>
    </message>
    <message>
        <source>Question {number} of {whole}</source>
        <translation>Câu {number} trên {whole}</translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message>
        <source>Title</source>
        <translation>Tên sáng kiến</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Tác giả</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>Tệp kèm</translation>
    </message>
    <message>
        <source>Waits since</source>
        <translation>Chờ từ</translation>
    </message>
    <message>
        <source>Goes along?</source>
        <translation>Đi chuyến này?</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>Gói số</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Ngày ghi</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Cỡ tệp</translation>
    </message>
    <message>
        <source>Held back: {why}</source>
        <translation>Giữ lại: {why}</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Có</translation>
    </message>
    <message>
        <source>Written, not handed over yet</source>
        <translation>Đã ghi, chưa giao</translation>
    </message>
    <message>
        <source>Handed over today</source>
        <translation>Đã giao hôm nay</translation>
    </message>
    <message>
        <source>Handed over, no answer for {days} days</source>
        <translation>Đã giao, {days} ngày chưa biên nhận</translation>
    </message>
    <message>
        <source>{number} withdrawn, to be told</source>
        <translation>{number} hồ sơ rút lại, cần báo</translation>
    </message>
    <message>
        <source>{chosen} of {number} go along</source>
        <translation>{chosen} trên {number} sáng kiến đi chuyến này</translation>
    </message>
    <message>
        <source>to {unit}</source>
        <translation>gửi {unit}</translation>
    </message>
    <message>
        <source>no unit card yet: not sealed</source>
        <translation>chưa có thẻ đơn vị: không niêm phong</translation>
    </message>
    <message>
        <source>Hand in the reports of bundle {number} again?</source>
        <translation>Nộp lại các hồ sơ trong gói {number}?</translation>
    </message>
    <message>
        <source>For a new officer, or when the file was lost and no answer will come. Those that are not decided yet go back into the queue as they are.</source>
        <translation>Dùng khi đổi cán bộ phụ trách, hoặc khi tệp bị mất và sẽ không có kết quả. Hồ sơ chưa có kết luận sẽ trở lại hàng chờ, nội dung giữ nguyên.</translation>
    </message>
    <message>
        <source>Back into the queue</source>
        <translation>Đưa lại vào hàng chờ</translation>
    </message>
    <message>
        <source>{number} reports wait again</source>
        <translation>{number} hồ sơ trở lại hàng chờ</translation>
    </message>
    <message>
        <source>Take in an answer or a card</source>
        <translation>Nhận kết quả hoặc thẻ</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Trong gói</translation>
    </message>
    <message>
        <source>Handover &amp;slip…</source>
        <translation>&amp;Phiếu bàn giao…</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Bundle {number} handed over</source>
        <translation>Đã giao gói số {number}</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Hàng chờ &amp; gói</translation>
    </message>
    <message>
        <source>&amp;Take in an answer or a card…</source>
        <translation>&amp;Nhận kết quả hoặc thẻ…</translation>
    </message>
    <message>
        <source>Waiting to be &amp;handed in</source>
        <translation>Đang &amp;chờ giao</translation>
    </message>
    <message>
        <source>Completed initiatives stand here until they leave in a bundle.</source>
        <translation>Sáng kiến hoàn chỉnh đứng ở đây cho tới khi lên đường trong một gói.</translation>
    </message>
    <message>
        <source>Open the initiatives</source>
        <translation>Mở danh sách sáng kiến</translation>
    </message>
    <message>
        <source>&amp;Bundles that left</source>
        <translation>&amp;Gói đã xuất</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Khác</translation>
    </message>
    <message>
        <source>More about the chosen bundle</source>
        <translation>Việc khác với gói đang chọn</translation>
    </message>
    <message>
        <source>Hand in a&amp;gain…</source>
        <translation>Nộp &amp;lại…</translation>
    </message>
    <message>
        <source>&amp;Export again…</source>
        <translation>Xuất &amp;lại…</translation>
    </message>
    <message>
        <source>Mark as handed &amp;over</source>
        <translation>Đã gi&amp;ao</translation>
    </message>
    <message>
        <source>Bundles that left</source>
        <translation>Gói đã xuất</translation>
    </message>
    <message>
        <source>Bundles that left stand here, with the answer they wait for.</source>
        <translation>Gói đã xuất sẽ đứng ở đây, cùng biên nhận đang chờ.</translation>
    </message>
    <message>
        <source>E&amp;xport bundle…</source>
        <translation>&amp;Xuất gói…</translation>
    </message>
    <message>
        <source>Waiting to be handed in</source>
        <translation>Đang chờ giao</translation>
    </message>
</context>
<context>
    <name>ReadBackDialog</name>
    <message>
        <source>Read back to the author</source>
        <translation>Đọc lại cho tác giả</translation>
    </message>
    <message>
        <source>The report in large print</source>
        <translation>Báo cáo chữ to</translation>
    </message>
    <message>
        <source>Space reads on; every author checks name and share.</source>
        <translation>Phím cách để đọc tiếp; từng tác giả soát tên và tỷ lệ đóng góp của mình.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>Mend: {question}</source>
        <translation>Sửa: {question}</translation>
    </message>
</context>
<context>
    <name>RecognitionDialog</name>
    <message>
        <source>Recognition</source>
        <translation>Công nhận sáng kiến</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Đã ghi</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>What was recorded</source>
        <translation>Nội dung đã ghi</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>Nothing was recorded yet. The application, the council and the decision will stand here, each with its day.</source>
        <translation>Chưa ghi gì. Đơn, hội đồng và quyết định sẽ nằm ở đây, mỗi việc một dòng có ngày.</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Chi tiết</translation>
    </message>
    <message>
        <source>What to heed</source>
        <translation>Nên xem</translation>
    </message>
    <message>
        <source>&amp;File…</source>
        <translation>&amp;Nộp đơn…</translation>
    </message>
    <message>
        <source>F&amp;orm…</source>
        <translation>&amp;Hình thức đơn…</translation>
    </message>
    <message>
        <source>&amp;Session of the council…</source>
        <translation>Họp hội đồ&amp;ng…</translation>
    </message>
    <message>
        <source>&amp;Decision…</source>
        <translation>&amp;Quyết định…</translation>
    </message>
    <message>
        <source>&amp;Put right…</source>
        <translation>&amp;Sửa điều đã ghi…</translation>
    </message>
    <message>
        <source>P&amp;apers…</source>
        <translation>&amp;Văn bản…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>{state}; authors: {authors}</source>
        <translation>{state}; tác giả: {authors}</translation>
    </message>
    <message>
        <source>Nothing stands out.</source>
        <translation>Chưa thấy điều gì cần lưu ý.</translation>
    </message>
    <message>
        <source>Time limits that run</source>
        <translation>Thời hạn đang chạy</translation>
    </message>
    <message>
        <source>Filling the papers…</source>
        <translation>Đang lập văn bản…</translation>
    </message>
    <message>
        <source>There is nothing to print yet.</source>
        <translation>Chưa có gì để in.</translation>
    </message>
    <message>
        <source>{number} files were written to {folder}</source>
        <translation>Đã ghi {number} tệp vào {folder}</translation>
    </message>
</context>
<context>
    <name>RecognitionWords</name>
    <message>
        <source>Number in the register</source>
        <translation>Số tiếp nhận</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>Ngày nhận đơn</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>Người nhận</translation>
    </message>
    <message>
        <source>Form found in order on</source>
        <translation>Ngày chấp nhận đơn</translation>
    </message>
    <message>
        <source>Answer by</source>
        <translation>Ngày trả lời</translation>
    </message>
    <message>
        <source>End of the first use</source>
        <translation>Ngày hết áp dụng lần đầu</translation>
    </message>
    <message>
        <source>Told to mend on</source>
        <translation>Ngày báo bổ sung</translation>
    </message>
    <message>
        <source>What has to be mended</source>
        <translation>Điều cần bổ sung</translation>
    </message>
    <message>
        <source>Council</source>
        <translation>Hội đồng</translation>
    </message>
    <message>
        <source>Session on</source>
        <translation>Ngày họp</translation>
    </message>
    <message>
        <source>Place of the session</source>
        <translation>Nơi họp</translation>
    </message>
    <message>
        <source>Minutes number</source>
        <translation>Số biên bản</translation>
    </message>
    <message>
        <source>Votes in favour</source>
        <translation>Số phiếu đồng ý</translation>
    </message>
    <message>
        <source>Votes cast</source>
        <translation>Tổng số phiếu</translation>
    </message>
    <message>
        <source>Members present</source>
        <translation>Số người có mặt</translation>
    </message>
    <message>
        <source>Members of the council</source>
        <translation>Số thành viên</translation>
    </message>
    <message>
        <source>Average score</source>
        <translation>Điểm trung bình</translation>
    </message>
    <message>
        <source>Reason of the council</source>
        <translation>Lý do của hội đồng</translation>
    </message>
    <message>
        <source>Decision number</source>
        <translation>Số quyết định</translation>
    </message>
    <message>
        <source>Decided on</source>
        <translation>Ngày quyết định</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Người ký</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Nơi ban hành</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Cấp</translation>
    </message>
    <message>
        <source>Reason of the refusal</source>
        <translation>Lý do không công nhận</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Số giấy chứng nhận</translation>
    </message>
    <message>
        <source>Certificates of</source>
        <translation>Ngày giấy chứng nhận</translation>
    </message>
    <message>
        <source>Years of pay settled</source>
        <translation>Số năm đã trả thù lao</translation>
    </message>
    <message>
        <source>Put right because</source>
        <translation>Lý do sửa</translation>
    </message>
</context>
<context>
    <name>RegistrationsDialog</name>
    <message>
        <source>From a list</source>
        <translation>Lấy từ danh sách</translation>
    </message>
    <message>
        <source>Registrations from “{file}”</source>
        <translation>Danh sách đăng ký “{file}”</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Trang tính</translation>
    </message>
    <message>
        <source>Which question does each column answer? It is remembered.</source>
        <translation>Mỗi cột trả lời câu hỏi nào? Lần sau máy sẽ nhớ.</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Cột</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Ví dụ trong cột</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Vào câu hỏi</translation>
    </message>
    <message>
        <source>Columns of the list</source>
        <translation>Các cột của danh sách</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tên sáng kiến</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Tác giả</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Kết quả so với sổ</translation>
    </message>
    <message>
        <source>Rows of the list</source>
        <translation>Các dòng của danh sách</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Look at the rows</source>
        <translation>Xem từng dòng</translation>
    </message>
    <message>
        <source>Begin the drafts</source>
        <translation>Lập bản nháp</translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <translation>Đang đọc danh sách…</translation>
    </message>
    <message>
        <source>Column {n}</source>
        <translation>Cột {n}</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Không lấy</translation>
    </message>
    <message>
        <source>Author: {label}</source>
        <translation>Tác giả: {label}</translation>
    </message>
    <message>
        <source>Two columns go to “{question}”.</source>
        <translation>Hai cột cùng vào câu “{question}”.</translation>
    </message>
    <message>
        <source>Choose the column with the title of the initiative.</source>
        <translation>Chọn cột ghi tên sáng kiến.</translation>
    </message>
    <message>
        <source>Comparing with the book…</source>
        <translation>Đang so với sổ…</translation>
    </message>
    <message>
        <source>{new} new · {unclear} to look at · {changed} changed · {same} here already</source>
        <translation>{new} dòng mới · {unclear} dòng cần xem · {changed} dòng đã đổi · {same} dòng đã có</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>No title; passed over</source>
        <translation>Không có tên sáng kiến; bỏ qua</translation>
    </message>
    <message>
        <source>Changed since; tick to change draft {dossier}</source>
        <translation>Đã đổi so với lần trước; chọn để sửa bản nháp {dossier}</translation>
    </message>
    <message>
        <source>Not clear: {text}</source>
        <translation>Chưa rõ: {text}</translation>
    </message>
    <message>
        <source>The same as row {row}</source>
        <translation>Trùng với dòng {row}</translation>
    </message>
    <message>
        <source>Here already: {dossier}</source>
        <translation>Đã có: {dossier}</translation>
    </message>
    <message>
        <source>Beginning drafts…</source>
        <translation>Đang lập bản nháp…</translation>
    </message>
    <message>
        <source>{number} rows could not be taken.</source>
        <translation>Có {number} dòng không lấy được.</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Rename</source>
        <translation>Đổi tên</translation>
    </message>
    <message>
        <source>Now: {name}. Papers and lists of earlier days keep the earlier name.</source>
        <translation>Tên hiện nay: {name}. Văn bản và danh sách của những ngày trước vẫn giữ tên cũ.</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>Đổ&amp;i tên</translation>
    </message>
    <message>
        <source>The n&amp;ew name</source>
        <translation>T&amp;ên mới</translation>
    </message>
</context>
<context>
    <name>RepeatField</name>
    <message>
        <source>Add a line</source>
        <translation>Thêm dòng</translation>
    </message>
    <message>
        <source>Add a line: {name}</source>
        <translation>Thêm dòng: {name}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Undo in {name}</source>
        <translation>Hoàn tác trong {name}</translation>
    </message>
    <message>
        <source>Share evenly</source>
        <translation>Chia đều</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Remove line {number}</source>
        <translation>Bỏ dòng {number}</translation>
    </message>
    <message>
        <source>Move line {number} up</source>
        <translation>Đưa dòng {number} lên</translation>
    </message>
    <message>
        <source>Move line {number} down</source>
        <translation>Đưa dòng {number} xuống</translation>
    </message>
    <message>
        <source>Alt+Up and Alt+Down move the line.</source>
        <translation>Alt+↑ và Alt+↓ để chuyển dòng.</translation>
    </message>
    <message>
        <source>The same file is in the list already</source>
        <translation>Tệp này đã có trong danh sách</translation>
    </message>
    <message>
        <source>Line removed. Undo brings it back.</source>
        <translation>Đã bỏ dòng này. Nhấn Hoàn tác để lấy lại.</translation>
    </message>
    <message>
        <source>Total {total}</source>
        <translation>Tổng {total}</translation>
    </message>
</context>
<context>
    <name>ReportChoice</name>
    <message>
        <source>&amp;Report</source>
        <translation>&amp;Báo cáo</translation>
    </message>
    <message>
        <source>&amp;Period</source>
        <translation>&amp;Kỳ</translation>
    </message>
    <message>
        <source>From the beginning until today</source>
        <translation>Từ đầu đến nay</translation>
    </message>
    <message>
        <source>From day to day</source>
        <translation>Từ ngày đến ngày</translation>
    </message>
    <message>
        <source>&amp;First day</source>
        <translation>&amp;Từ ngày</translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation>&amp;Đến ngày</translation>
    </message>
    <message>
        <source>&amp;Which initiatives</source>
        <translation>Sáng &amp;kiến nào</translation>
    </message>
    <message>
        <source>&amp;As</source>
        <translation>&amp;Dạng tệp</translation>
    </message>
    <message>
        <source>S&amp;hape of the picture</source>
        <translation>Khổ ả&amp;nh</translation>
    </message>
    <message>
        <source>Upright, for telephones (1080 × 1350)</source>
        <translation>Đứng, cho điện thoại (1080 × 1350)</translation>
    </message>
    <message>
        <source>Wide, for a screen (1600 × 900)</source>
        <translation>Ngang, chiếu màn hình (1600 × 900)</translation>
    </message>
</context>
<context>
    <name>ReportPreview</name>
    <message>
        <source>Table</source>
        <translation>Bảng</translation>
    </message>
    <message>
        <source>Weekly picture</source>
        <translation>Ảnh tiến độ tuần</translation>
    </message>
    <message>
        <source>Text for the chat group</source>
        <translation>Tin nhắn cho nhóm</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Ghi chú của báo cáo</translation>
    </message>
    <message>
        <source>The first {number} of {whole} rows are shown; the file has all.</source>
        <translation>Đang hiện {number} dòng đầu trong {whole} dòng; tệp ghi ra có đủ.</translation>
    </message>
    <message>
        <source>Nothing to report in this period yet.</source>
        <translation>Kỳ này chưa có gì để báo cáo.</translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message>
        <source>This week (BM3)</source>
        <translation>Tiến độ tuần (BM3)</translation>
    </message>
    <message>
        <source>By unit (BM2)</source>
        <translation>Tổng hợp theo đơn vị (BM2)</translation>
    </message>
    <message>
        <source>List of initiatives (BM1)</source>
        <translation>Danh sách sáng kiến (BM1)</translation>
    </message>
    <message>
        <source>By field and kind (BM4)</source>
        <translation>Theo lĩnh vực, loại (BM4)</translation>
    </message>
    <message>
        <source>By phase</source>
        <translation>Theo giai đoạn</translation>
    </message>
    <message>
        <source>Report to the level above</source>
        <translation>Báo cáo kỳ gửi cấp trên</translation>
    </message>
    <message>
        <source>Honour roll</source>
        <translation>Bảng vàng</translation>
    </message>
    <message>
        <source>Award suggestions (BM5)</source>
        <translation>Gợi ý khen thưởng (BM5)</translation>
    </message>
    <message>
        <source>Picture for the chat group</source>
        <translation>Ảnh gửi nhóm</translation>
    </message>
    <message>
        <source>Text for the chat group</source>
        <translation>Tin nhắn gửi nhóm</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>All completed initiatives</source>
        <translation>Mọi sáng kiến đã lập hồ sơ</translation>
    </message>
    <message>
        <source>Recognised ones</source>
        <translation>Đã được công nhận</translation>
    </message>
    <message>
        <source>Received, not decided yet</source>
        <translation>Đã nhận, chưa xét</translation>
    </message>
    <message>
        <source>Accepted, not on the portal yet</source>
        <translation>Đạt, chưa lên cổng</translation>
    </message>
    <message>
        <source>Those on the portal</source>
        <translation>Đã lên cổng</translation>
    </message>
    <message>
        <source>Under review at the portal</source>
        <translation>Cổng đang xem xét</translation>
    </message>
    <message>
        <source>Valid at the portal</source>
        <translation>Cổng xác nhận hợp lệ</translation>
    </message>
    <message>
        <source>Not valid at the portal</source>
        <translation>Cổng báo không hợp lệ</translation>
    </message>
</context>
<context>
    <name>ReportsDialog</name>
    <message>
        <source>Reports</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>&amp;Open the folder</source>
        <translation>&amp;Mở thư mục</translation>
    </message>
    <message>
        <source>Use the &amp;built-in template</source>
        <translation>Dùng mẫu có &amp;sẵn</translation>
    </message>
    <message>
        <source>&amp;Edit the Word template…</source>
        <translation>Sửa mẫ&amp;u báo cáo…</translation>
    </message>
    <message>
        <source>&amp;Place and who signs…</source>
        <translation>Địa danh, n&amp;gười ký…</translation>
    </message>
    <message>
        <source>&amp;Thresholds…</source>
        <translation>Mức &amp;xét…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>Copy the te&amp;xt</source>
        <translation>&amp;Chép chữ</translation>
    </message>
    <message>
        <source>Copy the &amp;picture</source>
        <translation>Chép ả&amp;nh</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Lưu…</translation>
    </message>
    <message>
        <source>Being put together…</source>
        <translation>Đang lập báo cáo…</translation>
    </message>
    <message>
        <source>The text is copied; paste it into the chat group.</source>
        <translation>Đã chép chữ; dán vào nhóm là được.</translation>
    </message>
    <message>
        <source>The picture is copied; paste it into the chat group.</source>
        <translation>Đã chép ảnh; dán vào nhóm là được.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Lưu báo cáo</translation>
    </message>
    <message>
        <source>“{file}” is there already. Replace it?</source>
        <translation>Đã có tệp “{file}”. Thay tệp đó?</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Thay</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>&amp;Giữ lại</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>Đang ghi báo cáo…</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Đã lưu: {file}</translation>
    </message>
    <message>
        <source>Stopped; no file was written.</source>
        <translation>Đã dừng; chưa ghi tệp nào.</translation>
    </message>
    <message>
        <source>Your own template: {file}. Change it in Word, save it, then save here.</source>
        <translation>Mẫu để sửa: {file}. Sửa và lưu trong Word rồi lưu báo cáo ở đây.</translation>
    </message>
</context>
<context>
    <name>RescueDialog</name>
    <message>
        <source>The book is damaged</source>
        <translation>Tệp dữ liệu của sổ bị hỏng</translation>
    </message>
    <message>
        <source>Restore from a backup</source>
        <translation>Khôi phục từ bản sao lưu</translation>
    </message>
    <message>
        <source>The data file of this book cannot be read. It is kept aside as it is. Choose the backup to go on with: usually the newest.</source>
        <translation>Không đọc được tệp dữ liệu của sổ. Tệp hỏng được giữ lại nguyên như vậy. Chọn bản sao lưu để làm tiếp, thường là bản mới nhất.</translation>
    </message>
    <message>
        <source>Choose the backup to go on with: usually the newest.</source>
        <translation>Chọn bản sao lưu để làm tiếp, thường là bản mới nhất.</translation>
    </message>
    <message>
        <source>There is no backup on this computer. Plug in the second disk and try again.</source>
        <translation>Máy này không có bản sao lưu nào. Cắm ổ đĩa thứ hai rồi mở lại chương trình.</translation>
    </message>
    <message>
        <source>No backup was found there. Choose the disk or stick itself.</source>
        <translation>Không thấy bản sao lưu nào ở đó. Hãy chọn chính ổ đĩa hoặc USB.</translation>
    </message>
    <message>
        <source>&amp;Restore this backup</source>
        <translation>&amp;Khôi phục bản này</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Đang khôi phục…</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Go back to a backup</source>
        <translation>Trở về một bản sao lưu</translation>
    </message>
    <message>
        <source>The book of now is backed up first, so going back can be taken back. Keys and settings of this computer stay; numbers of bundles and papers go on.</source>
        <translation>Sổ lúc này được sao lưu trước, nên khôi phục rồi vẫn hoàn tác được. Khóa và cài đặt của máy này giữ nguyên; số gói và số văn bản vẫn đánh tiếp.</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Sẽ thế nào</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Initiative</source>
        <translation>Sáng kiến</translation>
    </message>
    <message>
        <source>No initiative would change.</source>
        <translation>Không sáng kiến nào thay đổi.</translation>
    </message>
    <message>
        <source>&amp;Restore this backup</source>
        <translation>&amp;Khôi phục bản này</translation>
    </message>
    <message>
        <source>Looking into the backup…</source>
        <translation>Đang xem bản sao lưu…</translation>
    </message>
    <message>
        <source>Back to {when}: {gone} initiatives would be gone, {back} would come back, {other} would be as they were.</source>
        <translation>Trở về lúc {when}: {gone} sáng kiến sẽ không còn, {back} sáng kiến trở lại, {other} sáng kiến về như lúc đó.</translation>
    </message>
    <message>
        <source>Its keys are not those of this computer: bring them back afterwards under “Keys”.</source>
        <translation>Khóa của bản này không phải khóa của máy này: sau đó hãy lấy lại khóa ở mục “Khóa”.</translation>
    </message>
    <message>
        <source>would be gone</source>
        <translation>sẽ không còn</translation>
    </message>
    <message>
        <source>would come back</source>
        <translation>sẽ trở lại</translation>
    </message>
    <message>
        <source>as it was then</source>
        <translation>về như lúc đó</translation>
    </message>
    <message>
        <source>Going back…</source>
        <translation>Đang khôi phục…</translation>
    </message>
</context>
<context>
    <name>RetentionDialog</name>
    <message>
        <source>Dossier</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tên sáng kiến</translation>
    </message>
    <message>
        <source>Last result</source>
        <translation>Kết quả cuối</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hết hạn</translation>
    </message>
    <message>
        <source>Time to keep people’s data</source>
        <translation>Thời hạn lưu dữ liệu cá nhân</translation>
    </message>
    <message>
        <source>So many months after the last result of the portal people are taken out of a dossier: names, birth dates, workplaces. The dossier, its figures and shares stay.</source>
        <translation>Sau số tháng này kể từ kết quả cuối ở Cổng, người được bỏ khỏi hồ sơ: họ tên, ngày sinh, nơi làm việc. Hồ sơ, các con số và tỷ lệ đóng góp ở lại.</translation>
    </message>
    <message>
        <source>&amp;Keep people’s data for</source>
        <translation>&amp;Chỉ lưu dữ liệu cá nhân trong</translation>
    </message>
    <message>
        <source>Months to keep</source>
        <translation>Số tháng lưu</translation>
    </message>
    <message>
        <source> months</source>
        <translation> tháng</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>&amp;Take people out of all of these…</source>
        <translation>&amp;Bỏ người khỏi các hồ sơ này…</translation>
    </message>
    <message>
        <source>Suggested: {months} months; {source}.</source>
        <translation>Gợi ý: {months} tháng; {source}.</translation>
    </message>
    <message>
        <source>Nothing is due.</source>
        <translation>Chưa có hồ sơ nào hết hạn.</translation>
    </message>
    <message>
        <source>The rule is switched off.</source>
        <translation>Quy tắc đang tắt.</translation>
    </message>
    <message>
        <source>People are taken out of {number} dossiers, also in the backups of this computer. It cannot be taken back.</source>
        <translation>Người sẽ được bỏ khỏi {number} hồ sơ, cả trong bản sao lưu trên máy này. Không lấy lại được.</translation>
    </message>
    <message>
        <source>Take them out</source>
        <translation>Bỏ khỏi hồ sơ</translation>
    </message>
    <message>
        <source>Taking people out…</source>
        <translation>Đang bỏ người khỏi hồ sơ…</translation>
    </message>
</context>
<context>
    <name>ReviewFilters</name>
    <message>
        <source>Everything</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>Chờ thẩm định</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Nộp lại</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Chờ quá lâu</translation>
    </message>
    <message>
        <source>Like another</source>
        <translation>Giống hồ sơ khác</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Có hai bản</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>Có ghi chú</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Đã có kết luận</translation>
    </message>
    <message>
        <source>Filter (L)</source>
        <translation>Lọc (L)</translation>
    </message>
    <message>
        <source>Filter: {number} (L)</source>
        <translation>Lọc: {number} (L)</translation>
    </message>
</context>
<context>
    <name>ReviewList</name>
    <message>
        <source>Ticked</source>
        <translation>Đã đánh dấu</translation>
    </message>
    <message>
        <source>two versions</source>
        <translation>có hai bản</translation>
    </message>
    <message>
        <source>waits {days} days</source>
        <translation>chờ {days} ngày</translation>
    </message>
    <message>
        <source>revision {number}</source>
        <translation>lần nộp {number}</translation>
    </message>
    <message>
        <source>like another</source>
        <translation>giống hồ sơ khác</translation>
    </message>
    <message>
        <source>note</source>
        <translation>ghi chú</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>Chờ thẩm định</translation>
    </message>
</context>
<context>
    <name>ReviewMenu</name>
    <message>
        <source>Reports like this one…</source>
        <translation>Hồ sơ giống hồ sơ này…</translation>
    </message>
    <message>
        <source>Recognition…</source>
        <translation>Công nhận…</translation>
    </message>
    <message>
        <source>Council session on those ticked…</source>
        <translation>Họp Hội đồng xét các sáng kiến đã đánh dấu…</translation>
    </message>
    <message>
        <source>Print or save the papers…</source>
        <translation>In hoặc lưu giấy tờ…</translation>
    </message>
    <message>
        <source>Without confidential answers	R</source>
        <translation>Che phần cần giữ kín	R</translation>
    </message>
    <message>
        <source>What changed since the revision before	D</source>
        <translation>Chỗ khác so với lần nộp trước	D</translation>
    </message>
    <message>
        <source>Choose between two versions…	V</source>
        <translation>Chọn một trong hai bản…	V</translation>
    </message>
    <message>
        <source>Own note	N</source>
        <translation>Ghi chú riêng	N</translation>
    </message>
    <message>
        <source>Phrases…	P</source>
        <translation>Câu mẫu…	P</translation>
    </message>
    <message>
        <source>Score sheet	S</source>
        <translation>Phiếu chấm điểm	S</translation>
    </message>
    <message>
        <source>Tick all that wait	Ctrl+A</source>
        <translation>Đánh dấu mọi hồ sơ đang chờ	Ctrl+A</translation>
    </message>
    <message>
        <source>Keys…	?</source>
        <translation>Phím tắt…	?</translation>
    </message>
    <message>
        <source>{number} files written</source>
        <translation>Đã ghi {number} tệp</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Review</source>
        <translation>Thẩm định</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>Xem hồ sơ nào</translation>
    </message>
    <message>
        <source>Filter (L)</source>
        <translation>Lọc (L)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>What came in</source>
        <translation>Hồ sơ nhận được</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Search: title, author, code</source>
        <translation>Tìm: tên, tác giả, mã</translation>
    </message>
    <message>
        <source>−</source>
        <translation>−</translation>
    </message>
    <message>
        <source>Smaller (Ctrl+−)</source>
        <translation>Nhỏ hơn (Ctrl+−)</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Nhỏ hơn</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Larger (Ctrl++)</source>
        <translation>To hơn (Ctrl++)</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>To hơn</translation>
    </message>
    <message>
        <source>What the teams handed in stands here, page by page, for a decision.</source>
        <translation>Hồ sơ các đơn vị gửi lên đứng ở đây, từng trang một, để kết luận.</translation>
    </message>
    <message>
        <source>Open the inbox</source>
        <translation>Sang Hộp nhận</translation>
    </message>
    <message>
        <source>◂ Previous (K)</source>
        <translation>◂ Trước (K)</translation>
    </message>
    <message>
        <source>Next (J) ▸</source>
        <translation>Sau (J) ▸</translation>
    </message>
    <message>
        <source>Not accepted (3)</source>
        <translation>Không đạt (3)</translation>
    </message>
    <message>
        <source>Return (2)</source>
        <translation>Trả lại (2)</translation>
    </message>
    <message>
        <source>Accept (1)</source>
        <translation>Đạt (1)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Hoàn tác (Ctrl+Z)</translation>
    </message>
    <message>
        <source>◂ Papers</source>
        <translation>◂ Giấy tờ</translation>
    </message>
    <message>
        <source>Comment ▸</source>
        <translation>Ý kiến ▸</translation>
    </message>
    <message>
        <source>{number} wait for a verdict</source>
        <translation>{number} hồ sơ chờ thẩm định</translation>
    </message>
    <message>
        <source>{number} ticked: 1, 2 or 3 decides on them together</source>
        <translation>Đã đánh dấu {number} hồ sơ: bấm 1, 2 hoặc 3 để kết luận cùng lúc</translation>
    </message>
    <message>
        <source>Nothing fits. Try fewer words, or show everything.</source>
        <translation>Không có hồ sơ nào hợp. Bớt chữ tìm hoặc xem tất cả.</translation>
    </message>
    <message>
        <source>There is no earlier revision to compare with.</source>
        <translation>Chưa có lần nộp trước để so sánh.</translation>
    </message>
    <message>
        <source>“{verdict}” needs a word why. Write it, then press Ctrl+Enter.</source>
        <translation>“{verdict}” cần một câu nói rõ vì sao. Viết vào đây rồi bấm Ctrl+Enter.</translation>
    </message>
    <message>
        <source>This verdict stands already.</source>
        <translation>Kết luận này đã được ghi.</translation>
    </message>
    <message>
        <source>The unit has been told “{before}”. Put it right to “{after}”?</source>
        <translation>Đơn vị đã được báo “{before}”. Sửa thành “{after}”?</translation>
    </message>
    <message>
        <source>The new verdict goes out with the next receipt; the first stays in the book.</source>
        <translation>Kết luận mới đi cùng lần trả kết quả tới; kết luận trước vẫn giữ trong sổ.</translation>
    </message>
    <message>
        <source>Put it right</source>
        <translation>Sửa kết luận</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Để nguyên</translation>
    </message>
    <message>
        <source>{number} reports: {verdict}</source>
        <translation>{number} hồ sơ: {verdict}</translation>
    </message>
    <message>
        <source>{said}. Nothing waits any more: &lt;a href="#"&gt;export the answers&lt;/a&gt;</source>
        <translation>{said}. Đã thẩm định hết: &lt;a href="#"&gt;xuất kết quả&lt;/a&gt;</translation>
    </message>
    <message>
        <source>Taken back: {code}</source>
        <translation>Đã rút lại kết luận: {code}</translation>
    </message>
    <message>
        <source>Taken back: {number} reports</source>
        <translation>Đã rút lại kết luận của {number} hồ sơ</translation>
    </message>
</context>
<context>
    <name>ReviewPages</name>
    <message>
        <source>This report came in two versions. Choose one before you decide (V).</source>
        <translation>Hồ sơ này có hai bản khác nhau. Chọn một bản trước khi kết luận (V).</translation>
    </message>
    <message>
        <source>REDACTED VIEW: this report has no confidential answers.</source>
        <translation>BẢN CHE: hồ sơ này không có phần cần giữ kín.</translation>
    </message>
    <message>
        <source>REDACTED VIEW: {number} confidential answers are left out (R: all again).</source>
        <translation>BẢN CHE: đã che {number} câu cần giữ kín (R: hiện lại tất cả).</translation>
    </message>
    <message>
        <source>What changed since revision {number}</source>
        <translation>Chỗ khác so với lần nộp {number}</translation>
    </message>
    <message>
        <source>page {page} of {pages}</source>
        <translation>trang {page}/{pages}</translation>
    </message>
</context>
<context>
    <name>ReviewSide</name>
    <message>
        <source>Needed to return or to refuse</source>
        <translation>Cần có khi trả lại hoặc không đạt</translation>
    </message>
    <message>
        <source>&amp;Phrases (P)</source>
        <translation>Câu &amp;mẫu (P)</translation>
    </message>
    <message>
        <source>Only for this office; it never goes out</source>
        <translation>Chỉ dùng trong văn phòng, không gửi đi đâu</translation>
    </message>
    <message>
        <source>Own note, only for this office</source>
        <translation>Ghi chú riêng, chỉ dùng trong văn phòng</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Ý kiến</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Câu trả lời</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>Co&amp;mment to the team</source>
        <translation>Ý &amp;kiến gửi đơn vị</translation>
    </message>
    <message>
        <source>Comment to the team</source>
        <translation>Ý kiến gửi đơn vị</translation>
    </message>
    <message>
        <source>Own note (N)</source>
        <translation>Ghi chú riêng (N)</translation>
    </message>
    <message>
        <source>revision {number}</source>
        <translation>lần nộp {number}</translation>
    </message>
    <message>
        <source>came in {day}</source>
        <translation>nhận {day}</translation>
    </message>
    <message>
        <source>Comments on {number} questions go along, see Answers.</source>
        <translation>Kèm góp ý cho {number} câu, xem ở “Câu trả lời”.</translation>
    </message>
    <message>
        <source>Revision {number}, {date}: {verdict}. {comment}</source>
        <translation>Lần nộp {number}, {date}: {verdict}. {comment}</translation>
    </message>
    <message>
        <source>Said before</source>
        <translation>Các lần trước</translation>
    </message>
    <message>
        <source>Nothing is attached.</source>
        <translation>Không có tệp đính kèm.</translation>
    </message>
    <message>
        <source>Files ({number})</source>
        <translation>Tệp ({number})</translation>
    </message>
</context>
<context>
    <name>RuleDialog</name>
    <message>
        <source>Rule for units without a target of their own</source>
        <translation>Mức chung cho đơn vị chưa có chỉ tiêu riêng</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Áp dụng cho</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>every unit</source>
        <translation>mọi đơn vị</translation>
    </message>
    <message>
        <source>Each is to reach</source>
        <translation>Mỗi đơn vị cần đạt</translation>
    </message>
    <message>
        <source>60 or 10 %</source>
        <translation>60 hoặc 10 %</translation>
    </message>
    <message>
        <source>A share is one of</source>
        <translation>Tỷ lệ tính trên</translation>
    </message>
    <message>
        <source>members</source>
        <translation>đoàn viên</translation>
    </message>
    <message>
        <source>members and workers who are none</source>
        <translation>đoàn viên và người lao động chưa vào công đoàn</translation>
    </message>
</context>
<context>
    <name>ScanDialog</name>
    <message>
        <source>From the folder of the scanner</source>
        <translation>Lấy từ thư mục quét</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Thư mục khác…</translation>
    </message>
    <message>
        <source>Files in the folder</source>
        <translation>Tệp trong thư mục</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Take what is ticked</source>
        <translation>Lấy tệp đã chọn</translation>
    </message>
    <message>
        <source>Choose the folder where the scanner puts its files.</source>
        <translation>Chọn thư mục mà máy quét hoặc điện thoại lưu ảnh.</translation>
    </message>
    <message>
        <source>Folder of the scanner</source>
        <translation>Thư mục quét</translation>
    </message>
    <message>
        <source>Looking at the pictures…</source>
        <translation>Đang xem ảnh…</translation>
    </message>
    <message>
        <source>No pictures or PDFs here yet; new ones appear.</source>
        <translation>Chưa có ảnh hay PDF. Có tệp mới sẽ tự hiện.</translation>
    </message>
    <message>
        <source>{number} ticked</source>
        <translation>Đã chọn {number} tệp</translation>
    </message>
</context>
<context>
    <name>ScoresView</name>
    <message>
        <source>Score sheet</source>
        <translation>Phiếu chấm điểm</translation>
    </message>
    <message>
        <source>Rubric</source>
        <translation>Thang điểm</translation>
    </message>
    <message>
        <source>Member who scores</source>
        <translation>Người chấm</translation>
    </message>
    <message>
        <source>Name of the member</source>
        <translation>Họ tên người chấm</translation>
    </message>
    <message>
        <source>Remarks of this member</source>
        <translation>Nhận xét của người chấm</translation>
    </message>
    <message>
        <source>Take the last points back</source>
        <translation>Rút lại điểm vừa ghi</translation>
    </message>
    <message>
        <source>Remove this member's sheet</source>
        <translation>Bỏ phiếu của người này</translation>
    </message>
    <message>
        <source>This member's sheet was filled by another rubric: {name}</source>
        <translation>Phiếu của người này chấm theo thang khác: {name}</translation>
    </message>
    <message>
        <source>Total {total} of {most}</source>
        <translation>Tổng {total} trên {most}</translation>
    </message>
    <message>
        <source>{member}: {total}</source>
        <translation>{member}: {total}</translation>
    </message>
    <message>
        <source>{line} (another rubric, not counted)</source>
        <translation>{line} (thang khác, không tính)</translation>
    </message>
    <message>
        <source>{line} (not complete, not counted)</source>
        <translation>{line} (chưa đủ, không tính)</translation>
    </message>
    <message>
        <source>Mean of {number} members: {total} · {verdict}</source>
        <translation>Trung bình {number} người: {total} · {verdict}</translation>
    </message>
    <message>
        <source>The members are {points} points apart: talk it over once more.</source>
        <translation>Các phiếu lệch nhau {points} điểm: nên trao đổi lại.</translation>
    </message>
    <message>
        <source>{name} (at most {most})</source>
        <translation>{name} (tối đa {most})</translation>
    </message>
    <message>
        <source>at least {floor}</source>
        <translation>cần từ {floor}</translation>
    </message>
    <message>
        <source>points are missing</source>
        <translation>còn thiếu điểm</translation>
    </message>
    <message>
        <source>not passed: too few for {names}</source>
        <translation>không đạt: thấp ở mục {names}</translation>
    </message>
    <message>
        <source>no pass mark in this rubric</source>
        <translation>thang này không nêu mức đạt</translation>
    </message>
    <message>
        <source>not passed</source>
        <translation>không đạt</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>đạt</translation>
    </message>
</context>
<context>
    <name>SearchedChoiceEditor</name>
    <message>
        <source>Choose again</source>
        <translation>Chọn lại</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Các lựa chọn</translation>
    </message>
    <message>
        <source>Type to find, marks are not needed</source>
        <translation>Gõ để tìm, không cần dấu</translation>
    </message>
</context>
<context>
    <name>SessionDialog</name>
    <message>
        <source>Session of the council</source>
        <translation>Họp hội đồng sáng kiến</translation>
    </message>
    <message>
        <source>&amp;Record the session</source>
        <translation>&amp;Ghi cuộc họp</translation>
    </message>
    <message>
        <source>Cou&amp;ncils…</source>
        <translation>&amp;Hội đồng…</translation>
    </message>
    <message>
        <source>&amp;Council</source>
        <translation>Hội đồ&amp;ng</translation>
    </message>
    <message>
        <source>&amp;Day of the session</source>
        <translation>Ngà&amp;y họp</translation>
    </message>
    <message>
        <source>&amp;Minutes number</source>
        <translation>Số &amp;biên bản</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>Nơi &amp;họp</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Kết thúc</translation>
    </message>
    <message>
        <source>&amp;Began, ended</source>
        <translation>Bắ&amp;t đầu, kết thúc</translation>
    </message>
    <message>
        <source>Who was there</source>
        <translation>Thành viên có mặt</translation>
    </message>
    <message>
        <source>&amp;All were there</source>
        <translation>&amp;Có mặt đủ</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Số phiếu</translation>
    </message>
    <message>
        <source>Initiative</source>
        <translation>Sáng kiến</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>In favour</source>
        <translation>Đồng ý</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Reason, if not proposed</source>
        <translation>Lý do, nếu không đề nghị</translation>
    </message>
    <message>
        <source>What was &amp;said</source>
        <translation>Ý kiến thả&amp;o luận</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Ý kiến thảo luận</translation>
    </message>
    <message>
        <source>No council is set up yet. Press “Councils…” to begin.</source>
        <translation>Chưa lập hội đồng nào. Bấm “Hội đồng…” để bắt đầu.</translation>
    </message>
    <message>
        <source>, for the union</source>
        <translation>, đại diện công đoàn</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Đề nghị</translation>
    </message>
    <message>
        <source>Not proposed</source>
        <translation>Không đề nghị</translation>
    </message>
    <message>
        <source>needs {least}</source>
        <translation>cần {least}</translation>
    </message>
    <message>
        <source>These votes cannot be</source>
        <translation>Số phiếu không thể có</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>As the system</source>
        <translation>Theo hệ thống</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>Much contrast</source>
        <translation>Tương phản cao</translation>
    </message>
    <message>
        <source>Folder to watch</source>
        <translation>Thư mục cần theo dõi</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>Saved. The language changes with the next start.</source>
        <translation>Đã lưu. Ngôn ngữ đổi từ lần mở sau.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Đã lưu.</translation>
    </message>
    <message>
        <source>What this program protects, and what not</source>
        <translation>Ứng dụng bảo vệ gì, không bảo vệ gì</translation>
    </message>
    <message>
        <source>SettingsPage</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Name of the unit</source>
        <translation>Tên đơn vị</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Cỡ chữ</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Nền</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Thư mục dữ liệu</translation>
    </message>
    <message>
        <source>This computer's key in four words</source>
        <translation>Khóa của máy này, đọc bằng bốn từ</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Score sheet of the council</source>
        <translation>Thang điểm của Hội đồng</translation>
    </message>
    <message>
        <source>Least share of a co-author</source>
        <translation>Tỷ lệ tối thiểu của mỗi đồng tác giả</translation>
    </message>
    <message>
        <source>Not asked here</source>
        <translation>Không đặt</translation>
    </message>
    <message>
        <source>Keep the original of a picture until its report is complete</source>
        <translation>Giữ ảnh gốc đến khi hoàn thành báo cáo</translation>
    </message>
    <message>
        <source>Key of this desk…</source>
        <translation>Khóa của bàn làm việc…</translation>
    </message>
    <message>
        <source>Watched folder: what arrives there is taken in by itself</source>
        <translation>Thư mục theo dõi: tệp về đó được tự động nhận</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>Thư mục theo dõi</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>Choose the watched folder</source>
        <translation>Chọn thư mục theo dõi</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Không theo dõi</translation>
    </message>
    <message>
        <source>Watch no folder</source>
        <translation>Không theo dõi thư mục nào</translation>
    </message>
</context>
<context>
    <name>SettingsParts</name>
    <message>
        <source>Several officers on one book</source>
        <translation>Nhiều cán bộ cùng làm trên một sổ</translation>
    </message>
    <message>
        <source>Server of the office…</source>
        <translation>Máy chủ của cơ quan…</translation>
    </message>
    <message>
        <source>Is everything in the book sound?</source>
        <translation>Dữ liệu trong sổ có còn nguyên vẹn không</translation>
    </message>
    <message>
        <source>Check the data…</source>
        <translation>Kiểm tra dữ liệu…</translation>
    </message>
    <message>
        <source>What takes space on this computer</source>
        <translation>Những gì chiếm chỗ trên máy này</translation>
    </message>
    <message>
        <source>Storage…</source>
        <translation>Dung lượng…</translation>
    </message>
    <message>
        <source>What the book holds about one person</source>
        <translation>Sổ đang giữ những gì về một người</translation>
    </message>
    <message>
        <source>Data of one person…</source>
        <translation>Dữ liệu của một người…</translation>
    </message>
    <message>
        <source>How long people’s data is kept</source>
        <translation>Dữ liệu cá nhân được lưu bao lâu</translation>
    </message>
    <message>
        <source>Time to keep…</source>
        <translation>Thời hạn lưu…</translation>
    </message>
    <message>
        <source>Who did what when</source>
        <translation>Ai đã làm gì, lúc nào</translation>
    </message>
    <message>
        <source>Log…</source>
        <translation>Nhật ký…</translation>
    </message>
    <message>
        <source>A password for the window on a shared computer</source>
        <translation>Mật khẩu cho cửa sổ khi dùng chung máy</translation>
    </message>
    <message>
        <source>Lock of the screen…</source>
        <translation>Khóa màn hình…</translation>
    </message>
    <message>
        <source>A file for whoever helps, without names</source>
        <translation>Tệp cho người hỗ trợ, không có tên người</translation>
    </message>
    <message>
        <source>Report a problem…</source>
        <translation>Báo lỗi…</translation>
    </message>
    <message>
        <source>Backups, and going back to one</source>
        <translation>Bản sao lưu và khôi phục</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>Sao lưu…</translation>
    </message>
    <message>
        <source>This book goes on on another computer</source>
        <translation>Dùng sổ này ở máy khác</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>Chuyển máy…</translation>
    </message>
    <message>
        <source>A newer version of the program, from a stick</source>
        <translation>Bản mới hơn của chương trình, mang đến bằng USB</translation>
    </message>
    <message>
        <source>Update from a file…</source>
        <translation>Cập nhật từ tệp…</translation>
    </message>
</context>
<context>
    <name>SheetDialog</name>
    <message>
        <source>Laying out…</source>
        <translation>Đang dàn trang…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation>&amp;Lưu thành PDF…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;In…</translation>
    </message>
    <message>
        <source>No printer is set up on this computer. Save as PDF and print elsewhere.</source>
        <translation>Máy này chưa cài máy in. Lưu thành PDF rồi in ở máy khác.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>Đã gửi tới máy in</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Lưu thành PDF</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Đã lưu: {file}</translation>
    </message>
</context>
<context>
    <name>SideBySideView</name>
    <message>
        <source>Both initiatives, side by side</source>
        <translation>Hai sáng kiến đặt cạnh nhau</translation>
    </message>
    <message>
        <source>What both say looks like this.</source>
        <translation>Chỗ hai bên viết giống nhau được tô nền và gạch chân như thế này.</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Sáng kiến này</translation>
    </message>
    <message>
        <source>The other</source>
        <translation>Sáng kiến kia</translation>
    </message>
    <message>
        <source>Authors: {authors}</source>
        <translation>Tác giả: {authors}</translation>
    </message>
    <message>
        <source>Revision {number} of {day}</source>
        <translation>Bản {number}, ngày {day}</translation>
    </message>
    <message>
        <source>Comment: {comment}</source>
        <translation>Ý kiến: {comment}</translation>
    </message>
    <message>
        <source>(not answered)</source>
        <translation>(chưa ghi)</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>What to write</source>
        <translation>Cần viết gì</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Việc còn lại</translation>
    </message>
    <message>
        <source>Similar in this book:</source>
        <translation>Trong sổ đã có sáng kiến gần giống:</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>cần</translation>
    </message>
    <message>
        <source>advice</source>
        <translation>nên</translation>
    </message>
</context>
<context>
    <name>SimilarDialog</name>
    <message>
        <source>Similar initiatives</source>
        <translation>Sáng kiến giống nhau</translation>
    </message>
    <message>
        <source>Looking through the book …</source>
        <translation>Đang tìm trong sổ…</translation>
    </message>
    <message>
        <source>Compare &amp;now</source>
        <translation>&amp;So ngay</translation>
    </message>
    <message>
        <source>Alike</source>
        <translation>Giống</translation>
    </message>
    <message>
        <source>Initiative</source>
        <translation>Sáng kiến</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Ở đâu</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Việc khác</translation>
    </message>
    <message>
        <source>&amp;Open the other</source>
        <translation>&amp;Mở sáng kiến kia</translation>
    </message>
    <message>
        <source>&amp;Put into the comment</source>
        <translation>Đưa vào &amp;ý kiến</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Hoàn tác</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>&amp;Different</source>
        <translation>&amp;Khác nhau</translation>
    </message>
    <message>
        <source>&amp;Take the link away</source>
        <translation>&amp;Bỏ liên kết</translation>
    </message>
    <message>
        <source>The &amp;same initiative</source>
        <translation>&amp;Cùng một sáng kiến</translation>
    </message>
    <message>
        <source>{code}. Like it in the whole book: {number}.</source>
        <translation>{code}. Trong cả sổ có {number} sáng kiến giống.</translation>
    </message>
    <message>
        <source>Nothing like it was found in the book.</source>
        <translation>Chưa thấy sáng kiến nào giống trong sổ.</translation>
    </message>
    <message>
        <source>{number} reports that came in were not compared with the book yet.</source>
        <translation>Còn {number} hồ sơ mới nhận chưa so với cả sổ.</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>Đang mở…</translation>
    </message>
    <message>
        <source>Title {title} % alike, contents {body} %. {unit}, {year}.</source>
        <translation>Tên giống {title} %, nội dung giống {body} %. {unit}, năm {year}.</translation>
    </message>
    <message>
        <source>same unit</source>
        <translation>cùng đơn vị</translation>
    </message>
    <message>
        <source>another unit</source>
        <translation>đơn vị khác</translation>
    </message>
    <message>
        <source>{year}</source>
        <translation>năm {year}</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>đã nối</translation>
    </message>
    <message>
        <source>The same as initiative {code} of {unit} ({year}): {title}.</source>
        <translation>Trùng với sáng kiến {code} của {unit} (năm {year}): {title}.</translation>
    </message>
    <message>
        <source>The sentence was put into the comment.</source>
        <translation>Đã đưa câu này vào ý kiến.</translation>
    </message>
    <message>
        <source>Compared {done} of {whole} reports.</source>
        <translation>Đã so {done} trên {whole} hồ sơ.</translation>
    </message>
</context>
<context>
    <name>SlipDialog</name>
    <message>
        <source>Slip</source>
        <translation>Phiếu bàn giao</translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message>
        <source>Split a unit</source>
        <translation>Tách đơn vị</translation>
    </message>
    <message>
        <source>{name} becomes new units, or stands on and gives one off.</source>
        <translation>{name} chia thành các đơn vị mới, hoặc vẫn hoạt động và tách ra một phần.</translation>
    </message>
    <message>
        <source>&amp;Split</source>
        <translation>&amp;Tách</translation>
    </message>
    <message>
        <source>{name} stands no &amp;longer</source>
        <translation>{name} kết thúc &amp;hoạt động</translation>
    </message>
    <message>
        <source>Kind of the new units</source>
        <translation>Loại của các đơn vị mới</translation>
    </message>
    <message>
        <source>&amp;Kind of the new units</source>
        <translation>&amp;Loại của các đơn vị mới</translation>
    </message>
    <message>
        <source>Name of new unit {number}</source>
        <translation>Tên đơn vị mới thứ {number}</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Its reports count with</source>
        <translation>Sáng kiến của đơn vị tính cùng</translation>
    </message>
    <message>
        <source>Its &amp;reports count with</source>
        <translation>&amp;Sáng kiến của đơn vị tính cùng</translation>
    </message>
    <message>
        <source>Where the units below it go</source>
        <translation>Các đơn vị trực thuộc chuyển về</translation>
    </message>
    <message>
        <source>where it stood</source>
        <translation>cấp trên cũ</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>giữ nguyên</translation>
    </message>
</context>
<context>
    <name>StorageDialog</name>
    <message>
        <source>What</source>
        <translation>Mục</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Số tệp</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Dung lượng</translation>
    </message>
    <message>
        <source>Can be tidied up</source>
        <translation>Dọn được</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Dung lượng</translation>
    </message>
    <message>
        <source>What lies in the data folder of this book. Tidying up deletes temporary files, old logs, and what was set aside long ago; never anything a report, a bundle or a template needs.</source>
        <translation>Những gì nằm trong thư mục dữ liệu của sổ này. Dọn là xóa tệp tạm, nhật ký cũ và những gì để riêng đã lâu; không bao giờ xóa thứ báo cáo, gói hay mẫu còn cần.</translation>
    </message>
    <message>
        <source>&amp;Tidy up…</source>
        <translation>&amp;Dọn…</translation>
    </message>
    <message>
        <source>Looking what takes space…</source>
        <translation>Đang xem những gì chiếm chỗ…</translation>
    </message>
    <message>
        <source>Together {size}. Free on the disk: {free}. Can be tidied up: {tidy}.</source>
        <translation>Tất cả {size}. Ổ đĩa còn trống {free}. Dọn được {tidy}.</translation>
    </message>
    <message>
        <source>{name}: {number} files, {size}</source>
        <translation>{name}: {number} tệp, {size}</translation>
    </message>
    <message>
        <source>Delete what nothing needs any more?</source>
        <translation>Xóa những gì không còn cần?</translation>
    </message>
    <message>
        <source>Tidy up</source>
        <translation>Dọn</translation>
    </message>
    <message>
        <source>Tidying up…</source>
        <translation>Đang dọn…</translation>
    </message>
    <message>
        <source>Tidied up: {size}.</source>
        <translation>Đã dọn {size}.</translation>
    </message>
</context>
<context>
    <name>TakenDialog</name>
    <message>
        <source>What came back</source>
        <translation>Vừa nhận về</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>&amp;Open what was returned</source>
        <translation>&amp;Mở mục bị trả lại</translation>
    </message>
</context>
<context>
    <name>TargetsModel</name>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Đoàn viên</translation>
    </message>
    <message>
        <source>Whole programme</source>
        <translation>Cả chương trình</translation>
    </message>
    <message>
        <source>The unit's own target</source>
        <translation>Chỉ tiêu riêng của đơn vị</translation>
    </message>
    <message>
        <source>By the rule of its group; type to set a target of its own</source>
        <translation>Theo mức chung; gõ số để đặt chỉ tiêu riêng</translation>
    </message>
    <message>
        <source>Type a number such as 60, or a share such as 10 %</source>
        <translation>Gõ một số như 60, hoặc tỷ lệ như 10 %</translation>
    </message>
</context>
<context>
    <name>TargetsView</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Hoàn tác</translation>
    </message>
    <message>
        <source>&amp;Rule for a group…</source>
        <translation>&amp;Mức chung…</translation>
    </message>
    <message>
        <source>Programmes and phases</source>
        <translation>Chương trình và giai đoạn</translation>
    </message>
    <message>
        <source>&amp;Programme…</source>
        <translation>&amp;Chương trình…</translation>
    </message>
    <message>
        <source>P&amp;hase…</source>
        <translation>&amp;Giai đoạn…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Sửa…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Xóa</translation>
    </message>
    <message>
        <source>Type a number such as 60, or a share such as 10 %. Numbers in brackets come from a rule. What is typed is kept at once.</source>
        <translation>Gõ một số như 60, hoặc tỷ lệ như 10 %. Số trong ngoặc là theo mức chung. Gõ xong là lưu ngay.</translation>
    </message>
    <message>
        <source>A share is one of</source>
        <translation>Tỷ lệ tính trên</translation>
    </message>
    <message>
        <source>members</source>
        <translation>đoàn viên</translation>
    </message>
    <message>
        <source>members and workers who are none</source>
        <translation>đoàn viên và người lao động chưa vào công đoàn</translation>
    </message>
    <message>
        <source>Targets of the units</source>
        <translation>Chỉ tiêu của các đơn vị</translation>
    </message>
    <message>
        <source>Programmes with their phases and targets stand here. Begin with a programme.</source>
        <translation>Chương trình, giai đoạn và chỉ tiêu sẽ hiện ở đây. Bắt đầu bằng một chương trình.</translation>
    </message>
    <message>
        <source>New programme</source>
        <translation>Thêm chương trình</translation>
    </message>
    <message>
        <source>{phase}, {group}: {target}</source>
        <translation>{phase}, {group}: {target}</translation>
    </message>
    <message>
        <source>every unit</source>
        <translation>mọi đơn vị</translation>
    </message>
    <message>
        <source>Remove the rule {rule}</source>
        <translation>Bỏ mức chung {rule}</translation>
    </message>
    <message>
        <source>Target kept. Units are told with their next answer.</source>
        <translation>Đã lưu chỉ tiêu. Đơn vị sẽ biết qua lần trả kết quả tới.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Đã hoàn tác.</translation>
    </message>
    <message>
        <source>Overlaps with {names}: what falls into both is counted in both.</source>
        <translation>Trùng ngày với {names}: sáng kiến rơi vào cả hai sẽ được tính ở cả hai.</translation>
    </message>
    <message>
        <source>“{name}” has {number} targets or rules. Delete them as well?</source>
        <translation>“{name}” đang có {number} chỉ tiêu hoặc mức chung. Xóa cả những mục này?</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>Xóa tất cả</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>Cancel</source>
        <translation>Thôi</translation>
    </message>
</context>
<context>
    <name>TemplateChanges</name>
    <message>
        <source>New document: {name}</source>
        <translation>Thêm văn bản: {name}</translation>
    </message>
    <message>
        <source>Document no longer there: {name}</source>
        <translation>Bỏ văn bản: {name}</translation>
    </message>
    <message>
        <source>Document changed: {name}</source>
        <translation>Văn bản có sửa: {name}</translation>
    </message>
    <message>
        <source>Nothing changes in questions or documents.</source>
        <translation>Câu hỏi và văn bản không có gì khác.</translation>
    </message>
    <message>
        <source>{question}: {number} lines</source>
        <translation>{question}: {number} dòng</translation>
    </message>
    <message>
        <source>New question: {name}</source>
        <translation>Thêm câu hỏi: {name}</translation>
    </message>
    <message>
        <source>Question no longer asked: {name}</source>
        <translation>Bỏ câu hỏi: {name}</translation>
    </message>
    <message>
        <source>“{old}” is now “{name}”</source>
        <translation>“{old}” nay là “{name}”</translation>
    </message>
    <message>
        <source>{name}: other guidance</source>
        <translation>{name}: lời hướng dẫn có sửa</translation>
    </message>
    <message>
        <source>{name}: answered in another way</source>
        <translation>{name}: đổi cách trả lời</translation>
    </message>
    <message>
        <source>{name}: must be answered now</source>
        <translation>{name}: nay cần trả lời</translation>
    </message>
    <message>
        <source>{name}: may be left empty now</source>
        <translation>{name}: nay được để trống</translation>
    </message>
    <message>
        <source>{name}: asked, checked or calculated in another way</source>
        <translation>{name}: đổi điều kiện hoặc cách tính</translation>
    </message>
    <message>
        <source>new choices: {choices}</source>
        <translation>thêm lựa chọn: {choices}</translation>
    </message>
    <message>
        <source>choices no longer there: {choices}</source>
        <translation>bỏ lựa chọn: {choices}</translation>
    </message>
</context>
<context>
    <name>TemplateCheck</name>
    <message>
        <source>Checking…</source>
        <translation>Đang kiểm tra…</translation>
    </message>
    <message>
        <source>No question is named “{name}”</source>
        <translation>Không có câu hỏi nào tên “{name}”</translation>
    </message>
    <message>
        <source>so {cost}</source>
        <translation>nên {cost}</translation>
    </message>
    <message>
        <source>{number} things to mend before it can be used:</source>
        <translation>Còn {number} chỗ cần sửa trước khi dùng được:</translation>
    </message>
    <message>
        <source>It can be used. Good to know:</source>
        <translation>Mẫu dùng được. Nên biết thêm:</translation>
    </message>
    <message>
        <source>It can be used; nothing is missing.</source>
        <translation>Mẫu dùng được, không thiếu gì.</translation>
    </message>
    <message>
        <source>Excel, sheet “{sheet}”, cell {cell}</source>
        <translation>Excel, trang “{sheet}”, ô {cell}</translation>
    </message>
    <message>
        <source>Excel, sheet “{sheet}”</source>
        <translation>Excel, trang “{sheet}”</translation>
    </message>
    <message>
        <source>Word, “{document}”</source>
        <translation>Word, “{document}”</translation>
    </message>
    <message>
        <source>under “{heading}”</source>
        <translation>dưới mục “{heading}”</translation>
    </message>
    <message>
        <source>paragraph {number}</source>
        <translation>đoạn {number}</translation>
    </message>
</context>
<context>
    <name>TemplateDetail</name>
    <message>
        <source>Not added yet. Mend what stands below, then check again.</source>
        <translation>Chưa thêm vào sổ. Sửa các chỗ dưới đây rồi kiểm tra lại.</translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation>&amp;Bỏ qua</translation>
    </message>
    <message>
        <source>Use &amp;again</source>
        <translation>&amp;Dùng lại</translation>
    </message>
    <message>
        <source>Use &amp;no longer</source>
        <translation>&amp;Ngừng dùng</translation>
    </message>
    <message>
        <source>comes with the program</source>
        <translation>có sẵn trong chương trình</translation>
    </message>
    <message>
        <source>added from {name}</source>
        <translation>thêm từ {name}</translation>
    </message>
    <message>
        <source>from the card of {name}</source>
        <translation>theo thẻ của {name}</translation>
    </message>
    <message>
        <source>from a bundle of {name}</source>
        <translation>theo gói của {name}</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Phiên bản {version}</translation>
    </message>
    <message>
        <source>{number} drafts</source>
        <translation>{number} bản nháp</translation>
    </message>
    <message>
        <source>no longer in use</source>
        <translation>đã ngừng dùng</translation>
    </message>
</context>
<context>
    <name>TemplateOfferDialog</name>
    <message>
        <source>New initiative</source>
        <translation>Sáng kiến mới</translation>
    </message>
    <message>
        <source>Version {version} is in use, {newer} is newer</source>
        <translation>Đang dùng phiên bản {version}, bản mới là {newer}</translation>
    </message>
    <message>
        <source>{number} answers have no place in it and are kept aside:</source>
        <translation>{number} câu trả lời không có chỗ trong bản mới, sẽ được cất riêng:</translation>
    </message>
    <message>
        <source>  and {number} more</source>
        <translation>  và {number} câu nữa</translation>
    </message>
    <message>
        <source>Moved to version {version}</source>
        <translation>Đã chuyển sang phiên bản {version}</translation>
    </message>
    <message>
        <source>Every answer with a place in the newer template is there.</source>
        <translation>Các câu trả lời còn chỗ trong bản mới đều giữ nguyên.</translation>
    </message>
    <message>
        <source>Kept aside, and back again with “Undo”:</source>
        <translation>Được cất riêng, bấm “Hoàn tác” là có lại:</translation>
    </message>
    <message>
        <source>Newer template</source>
        <translation>Bản mẫu mới</translation>
    </message>
    <message>
        <source>There is a newer template</source>
        <translation>Có bản mẫu mới</translation>
    </message>
    <message>
        <source>Drafts stay with the template they were begun with until you move them.</source>
        <translation>Bản nháp giữ mẫu đang dùng cho tới khi được chuyển sang bản mới.</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Bản nháp</translation>
    </message>
    <message>
        <source>&amp;What changes</source>
        <translation>Những gì &amp;thay đổi</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Những gì thay đổi</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Hoàn tác</translation>
    </message>
    <message>
        <source>&amp;Keep the one in use</source>
        <translation>&amp;Giữ bản đang dùng</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>&amp;Move to the newer one</source>
        <translation>&amp;Chuyển sang bản mới</translation>
    </message>
    <message>
        <source>Next &amp;draft</source>
        <translation>Bản nháp tiếp &amp;theo</translation>
    </message>
</context>
<context>
    <name>TemplatesPage</name>
    <message>
        <source>Templates</source>
        <translation>Mẫu</translation>
    </message>
    <message>
        <source>A template is one form and the Word documents filled from its answers.</source>
        <translation>Mỗi mẫu gồm một biểu mẫu và các văn bản Word được điền từ câu trả lời.</translation>
    </message>
    <message>
        <source>Use &amp;no longer</source>
        <translation>&amp;Ngừng dùng</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>&amp;Kiểm tra lại</translation>
    </message>
    <message>
        <source>What the check found</source>
        <translation>Kết quả kiểm tra</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Câu hỏi</translation>
    </message>
    <message>
        <source>&amp;Section</source>
        <translation>&amp;Phần</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Phần</translation>
    </message>
    <message>
        <source>Sample answers. Try it out: nothing here is kept.</source>
        <translation>Câu trả lời ví dụ. Cứ điền thử, ở đây không lưu gì.</translation>
    </message>
    <message>
        <source>&amp;Document</source>
        <translation>&amp;Văn bản</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>No template yet</source>
        <translation>Chưa có mẫu nào</translation>
    </message>
    <message>
        <source>Templates for reports stand here. Add one that the officer sent, or drop it onto this page.</source>
        <translation>Các mẫu báo cáo sẽ nằm ở đây. Thêm mẫu cán bộ gửi về, hoặc thả mẫu vào trang này.</translation>
    </message>
    <message>
        <source>A folder or a zip file can be dropped here.</source>
        <translation>Có thể thả thư mục hoặc tệp zip vào đây.</translation>
    </message>
    <message>
        <source>&amp;Export to edit…</source>
        <translation>&amp;Xuất mẫu để sửa…</translation>
    </message>
    <message>
        <source>&amp;Add a template…</source>
        <translation>Thê&amp;m mẫu…</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>{number} drafts use an older template  ›</source>
        <translation>{number} bản nháp dùng bản cũ  ›</translation>
    </message>
    <message>
        <source>not added yet</source>
        <translation>chưa thêm</translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation>phiên bản {version}</translation>
    </message>
    <message>
        <source>{number} drafts</source>
        <translation>{number} bản nháp</translation>
    </message>
    <message>
        <source>no longer in use</source>
        <translation>đã ngừng dùng</translation>
    </message>
    <message>
        <source>Choose a zip file, or form.xlsx inside the template's folder</source>
        <translation>Chọn tệp zip, hoặc form.xlsx trong thư mục mẫu</translation>
    </message>
    <message>
        <source>Templates (*.zip form.xlsx)</source>
        <translation>Mẫu (*.zip form.xlsx)</translation>
    </message>
    <message>
        <source>Checking “{name}”…</source>
        <translation>Đang kiểm tra “{name}”…</translation>
    </message>
    <message>
        <source>Template added: {name}, version {version}</source>
        <translation>Đã thêm mẫu: {name}, phiên bản {version}</translation>
    </message>
    <message>
        <source>Where to write the template</source>
        <translation>Ghi mẫu vào đâu</translation>
    </message>
    <message>
        <source>Writing the template into {folder}</source>
        <translation>Đang ghi mẫu vào {folder}</translation>
    </message>
    <message>
        <source>Written into {folder}. Edit it in Excel and Word, then add it here.</source>
        <translation>Đã ghi vào {folder}. Sửa bằng Excel và Word rồi thêm lại ở đây.</translation>
    </message>
    <message>
        <source>Version {version} is offered to new reports again.</source>
        <translation>Phiên bản {version} lại được dùng cho sáng kiến mới.</translation>
    </message>
    <message>
        <source>Version {version} is offered no longer. Drafts keep it.</source>
        <translation>Phiên bản {version} không dùng cho sáng kiến mới nữa. Bản nháp đang viết giữ nguyên.</translation>
    </message>
</context>
<context>
    <name>ThresholdsDialog</name>
    <message>
        <source>Thresholds of the award</source>
        <translation>Mức xét Bằng Lao động sáng tạo</translation>
    </message>
    <message>
        <source>The list is a suggestion. Put the amounts right when the rule changes, and say where they come from.</source>
        <translation>Danh sách chỉ là gợi ý. Khi quy chế thay đổi thì sửa mức ở đây và ghi rõ nguồn.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>In one year, đồng</source>
        <translation>Trong một năm (đồng)</translation>
    </message>
    <message>
        <source>In three years in a row, đồng (empty: no such rule)</source>
        <translation>Trong ba năm liên tục (đồng; để trống nếu không có)</translation>
    </message>
    <message>
        <source>Where the amounts come from</source>
        <translation>Nguồn của mức này</translation>
    </message>
    <message>
        <source>Back to the &amp;built-in amounts</source>
        <translation>Lấy lại mức có &amp;sẵn</translation>
    </message>
    <message>
        <source>“{text}” is no amount. Write it as 80.000.000 or 80 triệu.</source>
        <translation>“{text}” không phải số tiền. Ghi như 80.000.000 hoặc 80 triệu.</translation>
    </message>
</context>
<context>
    <name>ThrowSampleAway</name>
    <message>
        <source>Throw the sample away…</source>
        <translation>Bỏ sổ mẫu…</translation>
    </message>
    <message>
        <source>Put the sample book aside and begin with an empty one? What was tried in it goes with it, into the folder “so-mau” beside the data.</source>
        <translation>Cất sổ mẫu sang một bên và bắt đầu với sổ trống? Những gì đã thử trong đó cũng đi theo, vào thư mục “so-mau” cạnh dữ liệu.</translation>
    </message>
    <message>
        <source>Throw the sample away</source>
        <translation>Bỏ sổ mẫu</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Skip (Esc)</source>
        <translation>Bỏ qua (Esc)</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Tiếp</translation>
    </message>
</context>
<context>
    <name>TourSteps</name>
    <message>
        <source>F1 helps everywhere</source>
        <translation>Bấm F1 là có hướng dẫn</translation>
    </message>
    <message>
        <source>Press F1 on any screen: the guide opens at the page about it. Everything typed is saved by itself; no network is needed.</source>
        <translation>Ở màn hình nào cũng bấm F1: hướng dẫn mở đúng trang nói về màn hình ấy. Mọi thứ gõ vào được lưu tự động; không cần mạng.</translation>
    </message>
    <message>
        <source>Write an initiative</source>
        <translation>Viết sáng kiến</translation>
    </message>
    <message>
        <source>Begin here, or with Ctrl+N. Each question shows what to write, with an example; the list beside it says what is still missing.</source>
        <translation>Bắt đầu ở đây, hoặc bấm Ctrl+N. Mỗi câu hỏi có gợi ý viết gì, kèm ví dụ; danh sách bên cạnh nói còn thiếu gì.</translation>
    </message>
    <message>
        <source>Hand it over</source>
        <translation>Nộp lên</translation>
    </message>
    <message>
        <source>What is complete waits here. Write it on a stick as one sealed bundle, carry it to the officer; the answer comes back here too.</source>
        <translation>Sáng kiến hoàn chỉnh chờ ở đây. Ghi ra USB thành một gói niêm phong, mang đến cán bộ; kết quả cũng nhận về ở đây.</translation>
    </message>
    <message>
        <source>Units first</source>
        <translation>Trước hết là đơn vị</translation>
    </message>
    <message>
        <source>Enter the units or take them from Excel, then give each its setup card. With the card a team can seal its bundles for this desk.</source>
        <translation>Ghi các đơn vị hoặc lấy từ Excel, rồi tạo thẻ cho từng đơn vị. Có thẻ thì tổ hỗ trợ niêm phong được gói cho bàn làm việc này.</translation>
    </message>
    <message>
        <source>Take in bundles</source>
        <translation>Nhận gói</translation>
    </message>
    <message>
        <source>Drop files or a whole stick here. Then decide under Review, and write the answers for all units with one button.</source>
        <translation>Thả tệp hoặc cả USB vào đây. Sau đó kết luận ở Thẩm định, rồi ghi kết quả cho mọi đơn vị bằng một nút.</translation>
    </message>
</context>
<context>
    <name>UnitDetail</name>
    <message>
        <source>What is known of the unit, with its days</source>
        <translation>Các thông tin của đơn vị theo ngày</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Thông tin</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Quyết định</translation>
    </message>
    <message>
        <source>&amp;Undo this line…</source>
        <translation>Hoà&amp;n tác dòng này…</translation>
    </message>
    <message>
        <source>C&amp;hange…</source>
        <translation>T&amp;hay đổi…</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>Đổ&amp;i tên…</translation>
    </message>
    <message>
        <source>&amp;Kind…</source>
        <translation>&amp;Loại đơn vị…</translation>
    </message>
    <message>
        <source>&amp;Members and workers…</source>
        <translation>Đoàn &amp;viên và người lao động…</translation>
    </message>
    <message>
        <source>&amp;Followed by…</source>
        <translation>Cán &amp;bộ theo dõi…</translation>
    </message>
    <message>
        <source>&amp;Group…</source>
        <translation>Cụm, &amp;khối…</translation>
    </message>
    <message>
        <source>M&amp;ove…</source>
        <translation>&amp;Chuyển…</translation>
    </message>
    <message>
        <source>Mer&amp;ge…</source>
        <translation>&amp;Gộp…</translation>
    </message>
    <message>
        <source>&amp;Split…</source>
        <translation>&amp;Tách…</translation>
    </message>
    <message>
        <source>&amp;Close…</source>
        <translation>K&amp;ết thúc hoạt động…</translation>
    </message>
    <message>
        <source>Choose a unit in the tree</source>
        <translation>Chọn một đơn vị trong cây</translation>
    </message>
    <message>
        <source>{members} members, {workers} other workers on {day}</source>
        <translation>{members} đoàn viên, {workers} người lao động khác, tại ngày {day}</translation>
    </message>
    <message>
        <source>Members and workers are not known</source>
        <translation>Chưa có số đoàn viên và người lao động</translation>
    </message>
    <message>
        <source>Closed from {day}</source>
        <translation>Kết thúc hoạt động từ {day}</translation>
    </message>
    <message>
        <source>Members + workers who are none: {number}</source>
        <translation>Đoàn viên + người lao động khác: {number}</translation>
    </message>
    <message>
        <source>so from the beginning</source>
        <translation>đúng như vậy từ đầu</translation>
    </message>
    <message>
        <source>decision {number}</source>
        <translation>quyết định {number}</translation>
    </message>
    <message>
        <source>Undo “{what}” of {day}?</source>
        <translation>Hoàn tác “{what}” ngày {day}?</translation>
    </message>
    <message>
        <source>Everything that was changed together with it becomes as it was before.</source>
        <translation>Mọi thứ thay đổi cùng lần đó sẽ trở lại như trước.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
</context>
<context>
    <name>UnitImportDialog</name>
    <message>
        <source>Row</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Thay đổi</translation>
    </message>
    <message>
        <source>Units from {file}</source>
        <translation>Đơn vị từ tệp {file}</translation>
    </message>
    <message>
        <source>Nothing is written yet. Only ticked rows are taken in.</source>
        <translation>Chưa ghi gì vào sổ. Chỉ những dòng được đánh dấu mới nhận vào.</translation>
    </message>
    <message>
        <source>Changes hold &amp;from</source>
        <translation>Thay đổi có &amp;hiệu lực từ</translation>
    </message>
    <message>
        <source>Changes hold from</source>
        <translation>Thay đổi có hiệu lực từ</translation>
    </message>
    <message>
        <source>The list has no rows.</source>
        <translation>Danh sách không có dòng nào.</translation>
    </message>
    <message>
        <source>&amp;Take in</source>
        <translation>&amp;Nhận vào</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Bỏ qua</translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <translation>Đang đọc danh sách…</translation>
    </message>
    <message>
        <source>&amp;Take in {number} rows</source>
        <translation>&amp;Nhận {number} dòng</translation>
    </message>
    <message>
        <source>Taking in…</source>
        <translation>Đang nhận…</translation>
    </message>
</context>
<context>
    <name>UnitPicker</name>
    <message>
        <source>Find by name or code</source>
        <translation>Tìm theo tên hoặc mã</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại đơn vị</translation>
    </message>
    <message>
        <source>Stands below</source>
        <translation>Trực thuộc</translation>
    </message>
    <message>
        <source>Followed by</source>
        <translation>Cán bộ</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Cụm, khối</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Số người</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Kết thúc</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>đổi tên</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>chuyển</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>gộp</translation>
    </message>
    <message>
        <source>split</source>
        <translation>tách</translation>
    </message>
    <message>
        <source>closed down</source>
        <translation>kết thúc hoạt động</translation>
    </message>
    <message>
        <source>from an Excel list</source>
        <translation>từ danh sách Excel</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Có thay đổi</translation>
    </message>
    <message>
        <source>As here already</source>
        <translation>Đã đúng như vậy</translation>
    </message>
    <message>
        <source>Cannot be taken in</source>
        <translation>Chưa nhận được</translation>
    </message>
    <message>
        <source>Its computer is known</source>
        <translation>Máy của đơn vị đã được xác nhận</translation>
    </message>
    <message>
        <source>A computer is to be confirmed</source>
        <translation>Có máy cần xác nhận</translation>
    </message>
    <message>
        <source>Its computer was refused</source>
        <translation>Máy của đơn vị đã bị từ chối</translation>
    </message>
    <message>
        <source>Nothing has come from it yet</source>
        <translation>Chưa nhận được gì từ đơn vị</translation>
    </message>
</context>
<context>
    <name>UnitsPage</name>
    <message>
        <source>Units and targets</source>
        <translation>Đơn vị &amp; chỉ tiêu</translation>
    </message>
    <message>
        <source>&amp;Units</source>
        <translation>&amp;Đơn vị</translation>
    </message>
</context>
<context>
    <name>UnitsView</name>
    <message>
        <source>Find a unit: name, code, officer</source>
        <translation>Tìm đơn vị: tên, mã, cán bộ</translation>
    </message>
    <message>
        <source>As it stood &amp;on</source>
        <translation>&amp;Tại ngày</translation>
    </message>
    <message>
        <source>As it stood on</source>
        <translation>Tại ngày</translation>
    </message>
    <message>
        <source>Also cl&amp;osed units</source>
        <translation>Cả đơn vị đã &amp;kết thúc</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại đơn vị</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Đoàn viên</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Cán bộ</translation>
    </message>
    <message>
        <source>Last receipt</source>
        <translation>Nhận cuối</translation>
    </message>
    <message>
        <source>Units below each other</source>
        <translation>Cây đơn vị</translation>
    </message>
    <message>
        <source>{name} (closed {day})</source>
        <translation>{name} (kết thúc {day})</translation>
    </message>
    <message>
        <source>The unions this office follows stand here. Add the first one, or take the whole list from Excel.</source>
        <translation>Các công đoàn do văn phòng này theo dõi sẽ hiện ở đây. Thêm đơn vị đầu tiên, hoặc lấy cả danh sách từ Excel.</translation>
    </message>
    <message>
        <source>Take a list from Excel…</source>
        <translation>Lấy danh sách từ Excel…</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>&amp;Máy của đơn vị…</translation>
    </message>
    <message>
        <source>Computers of the units</source>
        <translation>Máy tính của các đơn vị</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Lấy từ Excel…</translation>
    </message>
    <message>
        <source>Take units from an Excel list</source>
        <translation>Lấy đơn vị từ danh sách Excel</translation>
    </message>
    <message>
        <source>E&amp;xport list…</source>
        <translation>&amp;Xuất danh sách…</translation>
    </message>
    <message>
        <source>An Excel list to edit and import again</source>
        <translation>Danh sách Excel để sửa rồi lấy vào lại</translation>
    </message>
    <message>
        <source>&amp;Add a unit…</source>
        <translation>Thê&amp;m đơn vị…</translation>
    </message>
    <message>
        <source>&amp;Make the setup card…</source>
        <translation>Tạo thẻ đơn &amp;vị…</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Chi tiết</translation>
    </message>
    <message>
        <source>M&amp;ore…</source>
        <translation>Việc &amp;khác…</translation>
    </message>
    <message>
        <source>&amp;Tree</source>
        <translation>&amp;Cây đơn vị</translation>
    </message>
    <message>
        <source>Take units from a list</source>
        <translation>Lấy đơn vị từ danh sách</translation>
    </message>
    <message>
        <source>Lists (*.xlsx *.xlsm *.csv)</source>
        <translation>Danh sách (*.xlsx *.xlsm *.csv)</translation>
    </message>
    <message>
        <source>{new} units new, {changed} changed</source>
        <translation>{new} đơn vị mới, {changed} đơn vị thay đổi</translation>
    </message>
    <message>
        <source>units</source>
        <translation>don-vi</translation>
    </message>
    <message>
        <source>Where to write the list</source>
        <translation>Nơi ghi danh sách</translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>List written: {file}</source>
        <translation>Đã ghi danh sách: {file}</translation>
    </message>
    <message>
        <source>Choose a unit below this office first</source>
        <translation>Chọn một đơn vị cấp dưới trước</translation>
    </message>
    <message>
        <source>Where to write the card</source>
        <translation>Nơi ghi thẻ đơn vị</translation>
    </message>
    <message>
        <source>Card written: {file}</source>
        <translation>Đã ghi thẻ đơn vị: {file}</translation>
    </message>
</context>
<context>
    <name>Unlock</name>
    <message>
        <source>Locked</source>
        <translation>Đang khóa</translation>
    </message>
    <message>
        <source>The window is locked</source>
        <translation>Cửa sổ đang khóa</translation>
    </message>
    <message>
        <source>What was being written is kept. Type the password to go on.</source>
        <translation>Phần đang viết được giữ nguyên. Nhập mật khẩu để làm tiếp.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Mở khóa</translation>
    </message>
    <message>
        <source>&amp;Quit the program</source>
        <translation>&amp;Thoát chương trình</translation>
    </message>
    <message>
        <source>Forgotten? Close the program and run “so-sang-kien lock reset” on this computer. The password hides the window only; the data is not lost.</source>
        <translation>Quên mật khẩu? Thoát chương trình rồi chạy “so-sang-kien lock reset” trên máy này. Mật khẩu chỉ che cửa sổ; dữ liệu không mất.</translation>
    </message>
</context>
<context>
    <name>UpdateDialog</name>
    <message>
        <source>Update the program</source>
        <translation>Cập nhật chương trình</translation>
    </message>
    <message>
        <source>The update comes as a file, for example on a stick; no network is needed. It is taken only when its makers signed it and it is newer than the program in use. The book is backed up first and stays where it is.</source>
        <translation>Bản cập nhật là một tệp, chẳng hạn mang đến bằng USB; không cần mạng. Chương trình chỉ nhận tệp có chữ ký của những người làm ra nó và mới hơn bản đang dùng. Sổ được sao lưu trước và vẫn ở chỗ cũ.</translation>
    </message>
    <message>
        <source>&amp;Update</source>
        <translation>&amp;Cập nhật</translation>
    </message>
    <message>
        <source>Choose a &amp;file…</source>
        <translation>Chọn &amp;tệp…</translation>
    </message>
    <message>
        <source>In use: version {version}</source>
        <translation>Đang dùng: bản {version}</translation>
    </message>
    <message>
        <source>What the file is</source>
        <translation>Tệp này là gì</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Chọn tệp</translation>
    </message>
    <message>
        <source>Updates (*.update.zip);;All files (*)</source>
        <translation>Tệp cập nhật (*.update.zip);;Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Checking the file…</source>
        <translation>Đang kiểm tra tệp…</translation>
    </message>
    <message>
        <source>Version {version}, signed by its makers. In use: {installed}.</source>
        <translation>Bản {version}, đúng chữ ký của nơi làm chương trình. Đang dùng: bản {installed}.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Đã dừng. Không có gì bị thay đổi.</translation>
    </message>
    <message>
        <source>Backing up the book and unpacking…</source>
        <translation>Đang sao lưu sổ và giải nén…</translation>
    </message>
    <message>
        <source>Version {version} is ready and the book is backed up. Close the program; the next start is the new version.</source>
        <translation>Bản {version} đã sẵn sàng, sổ đã được sao lưu. Đóng chương trình; lần mở sau là bản mới.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Đóng</translation>
    </message>
</context>
<context>
    <name>UploadAddressDialog</name>
    <message>
        <source>Where files go up</source>
        <translation>Nơi nhận tệp tải lên</translation>
    </message>
    <message>
        <source>Address and token are given by the office that runs the server. The token stays on this computer, in its keyring where there is one, never in the book.</source>
        <translation>Địa chỉ và mã truy cập do cơ quan quản lý máy chủ cấp. Mã truy cập chỉ nằm ở máy này, trong kho mật khẩu của máy nếu có, không bao giờ nằm trong sổ.</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>Địa &amp;chỉ</translation>
    </message>
    <message>
        <source>&amp;Way</source>
        <translation>Cách &amp;gửi</translation>
    </message>
    <message>
        <source>tus: goes on after a break</source>
        <translation>tus: ngắt giữa chừng thì gửi tiếp</translation>
    </message>
    <message>
        <source>WebDAV: begins anew after a break</source>
        <translation>WebDAV: ngắt giữa chừng thì gửi lại từ đầu</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Mã truy cập</translation>
    </message>
    <message>
        <source>kept; leave empty to go on using it</source>
        <translation>đã lưu; để trống nếu vẫn dùng mã cũ</translation>
    </message>
    <message>
        <source>T&amp;ry the connection</source>
        <translation>&amp;Thử nối</translation>
    </message>
    <message>
        <source>&amp;Forget the token</source>
        <translation>&amp;Xóa mã truy cập</translation>
    </message>
    <message>
        <source>The server answers and takes files this way.</source>
        <translation>Máy chủ có trả lời và nhận tệp theo cách này.</translation>
    </message>
    <message>
        <source>Largest file: {size}.</source>
        <translation>Tệp lớn nhất được nhận: {size}.</translation>
    </message>
    <message>
        <source>The token is forgotten.</source>
        <translation>Đã xóa mã truy cập khỏi máy này.</translation>
    </message>
</context>
<context>
    <name>UploadDialog</name>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Dung lượng</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Send over the network</source>
        <translation>Tải lên qua mạng</translation>
    </message>
    <message>
        <source>Files go up one after another, and go on where they were after any break. A file counts as sent only when the server has confirmed it. Nothing is sent before “Send” is pressed.</source>
        <translation>Các tệp được gửi lần lượt; mạng ngắt thì gửi tiếp từ chỗ đang dở. Chỉ khi máy chủ xác nhận, tệp mới được ghi là đã đưa lên. Chưa bấm “Gửi” thì chưa có gì được gửi đi.</translation>
    </message>
    <message>
        <source>How far the file is</source>
        <translation>Tệp đã gửi được bao nhiêu</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Gửi</translation>
    </message>
    <message>
        <source>Add a &amp;package</source>
        <translation>Thêm &amp;bộ hồ sơ</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>Thêm &amp;tệp…</translation>
    </message>
    <message>
        <source>&amp;Address…</source>
        <translation>Địa &amp;chỉ…</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>Tạm &amp;dừng</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Thử &amp;lại</translation>
    </message>
    <message>
        <source>Ea&amp;rlier</source>
        <translation>Gửi t&amp;rước</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>Gửi &amp;sau</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>Bỏ &amp;khỏi danh sách</translation>
    </message>
    <message>
        <source>Files on their way stand here. Begin with “Add a package”.</source>
        <translation>Các tệp đang gửi sẽ nằm ở đây. Bắt đầu bằng “Thêm bộ hồ sơ”.</translation>
    </message>
    <message>
        <source>No address yet. Enter the one you were given.</source>
        <translation>Chưa có địa chỉ. Bấm “Địa chỉ…” và nhập địa chỉ nơi nhận đã cho.</translation>
    </message>
    <message>
        <source>To {address}</source>
        <translation>Gửi đến {address}</translation>
    </message>
    <message>
        <source>To {address}, without a token</source>
        <translation>Gửi đến {address}, không có mã truy cập</translation>
    </message>
    <message>
        <source>The connection broke. Trying again by itself in {seconds} seconds.</source>
        <translation>Chưa gửi được. Máy tự thử lại sau {seconds} giây.</translation>
    </message>
    <message>
        <source>Comparing what arrived: {done} of {whole}</source>
        <translation>Đang đối chiếu những gì đã đến nơi: {done} trên {whole}</translation>
    </message>
    <message>
        <source>Sent: {done} of {whole}</source>
        <translation>Đã gửi {done} trên {whole}</translation>
    </message>
    <message>
        <source>{rate} a second</source>
        <translation>{rate} mỗi giây</translation>
    </message>
    <message>
        <source>about {seconds} seconds left</source>
        <translation>còn khoảng {seconds} giây</translation>
    </message>
    <message>
        <source>about {minutes} minutes left</source>
        <translation>còn khoảng {minutes} phút</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Chờ gửi</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Đang gửi</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Tạm dừng</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Cần xem lại</translation>
    </message>
    <message>
        <source>Sent, confirmed</source>
        <translation>Đã đưa lên</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>Gửi t&amp;iếp</translation>
    </message>
    <message>
        <source>Read back and compared whole, the same byte for byte.</source>
        <translation>Đã đọc lại và đối chiếu cả tệp, giống từng byte.</translation>
    </message>
    <message>
        <source>Compared piece by piece; it cannot be read back there.</source>
        <translation>Đã đối chiếu từng phần; máy chủ không cho đọc lại cả tệp.</translation>
    </message>
    <message>
        <source>All bytes are there; the server lets nothing be compared.</source>
        <translation>Đã đủ số byte; máy chủ không cho đối chiếu nội dung.</translation>
    </message>
    <message>
        <source>Confirmed {moment}. {checked}</source>
        <translation>Nơi nhận xác nhận lúc {moment}. {checked}</translation>
    </message>
    <message>
        <source>Files to send</source>
        <translation>Chọn tệp để gửi</translation>
    </message>
    <message>
        <source>Take {name} out of the list? The file itself stays.</source>
        <translation>Bỏ {name} khỏi danh sách? Tệp vẫn còn nguyên trên máy.</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>Bỏ khỏi danh sách</translation>
    </message>
</context>
<context>
    <name>WordDialog</name>
    <message>
        <source>Group</source>
        <translation>Cụm, khối</translation>
    </message>
    <message>
        <source>Followed by</source>
        <translation>Cán bộ theo dõi</translation>
    </message>
    <message>
        <source>For {name}. Left empty: none.</source>
        <translation>Của {name}. Để trống: không có.</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>&amp;Group (for example a cluster)</source>
        <translation>&amp;Cụm, khối (ví dụ: Cụm số 1)</translation>
    </message>
    <message>
        <source>&amp;Officer</source>
        <translation>&amp;Cán bộ</translation>
    </message>
</context>
<context>
    <name>WordImportDialog</name>
    <message>
        <source>From a Word file</source>
        <translation>Lấy từ tệp Word</translation>
    </message>
    <message>
        <source>What of “{file}” goes where?</source>
        <translation>Phần nào của “{file}” vào câu nào?</translation>
    </message>
    <message>
        <source>Turn text in old encodings into Unicode (each piece shows before and after)</source>
        <translation>Đổi chữ gõ bằng bảng mã cũ sang Unicode (mỗi phần cho xem trước và sau)</translation>
    </message>
    <message>
        <source>Pieces of the file</source>
        <translation>Các phần của tệp</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Đang đọc tệp…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Take what is ticked</source>
        <translation>Lấy các phần đã chọn</translation>
    </message>
    <message>
        <source>This file was taken into {dossier} before.</source>
        <translation>Tệp này đã được lấy vào hồ sơ {dossier} trước đây.</translation>
    </message>
    <message>
        <source>Tracked insertion, kept</source>
        <translation>Chữ thêm có theo dõi, được giữ</translation>
    </message>
    <message>
        <source>Tracked deletion, left out</source>
        <translation>Chữ xóa có theo dõi, bị bỏ</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Bình luận</translation>
    </message>
    <message>
        <source>and {number} more</source>
        <translation>và {number} mục nữa</translation>
    </message>
    <message>
        <source>Nothing is written in this file.</source>
        <translation>Tệp này không có chữ nào.</translation>
    </message>
    <message>
        <source>{number} of {all} pieces</source>
        <translation>{number}/{all} phần</translation>
    </message>
    <message>
        <source>Taking…</source>
        <translation>Đang lấy…</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Draft</source>
        <translation>Bản nháp</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Hoàn chỉnh</translation>
    </message>
    <message>
        <source>Not filed</source>
        <translation>Chưa nộp Hội đồng</translation>
    </message>
    <message>
        <source>At the council</source>
        <translation>Đang trình Hội đồng</translation>
    </message>
    <message>
        <source>Recognised</source>
        <translation>Đã công nhận</translation>
    </message>
    <message>
        <source>Not recognised</source>
        <translation>Không công nhận</translation>
    </message>
    <message>
        <source>Being written</source>
        <translation>Đang viết</translation>
    </message>
    <message>
        <source>Waiting to be handed in</source>
        <translation>Chờ nộp</translation>
    </message>
    <message>
        <source>In a bundle</source>
        <translation>Đã đóng gói</translation>
    </message>
    <message>
        <source>Handed over, no receipt yet</source>
        <translation>Đã giao, chưa có biên nhận</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Đã nhận</translation>
    </message>
    <message>
        <source>Partly received</source>
        <translation>Đã nhận một phần</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Đạt</translation>
    </message>
    <message>
        <source>Returned to be completed</source>
        <translation>Trả lại bổ sung</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Không đạt</translation>
    </message>
    <message>
        <source>On the portal</source>
        <translation>Đã đưa lên cổng</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Đã rút</translation>
    </message>
    <message>
        <source>Under review</source>
        <translation>Đang xem xét</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Hợp lệ</translation>
    </message>
    <message>
        <source>Not valid</source>
        <translation>Không hợp lệ</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>Newer revision</source>
        <translation>Bản mới hơn</translation>
    </message>
    <message>
        <source>Already here</source>
        <translation>Đã có</translation>
    </message>
    <message>
        <source>Older than here</source>
        <translation>Cũ hơn bản đang có</translation>
    </message>
    <message>
        <source>Conflict, both kept</source>
        <translation>Trái nhau, giữ cả hai</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Cách ly</translation>
    </message>
    <message>
        <source>Written on another computer</source>
        <translation>Viết ở máy khác</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>Gói</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>Gói chuyển lên</translation>
    </message>
    <message>
        <source>Two versions, one chosen</source>
        <translation>Hai bản, đã chọn một</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Setup card</source>
        <translation>Thẻ đơn vị</translation>
    </message>
    <message>
        <source>Changed on both, to be merged</source>
        <translation>Hai máy cùng sửa, cần gộp</translation>
    </message>
    <message>
        <source>Completed here, not touched</source>
        <translation>Ở đây đã hoàn chỉnh, giữ nguyên</translation>
    </message>
</context>
<context>
    <name>Working</name>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Dừng</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Đang dừng…</translation>
    </message>
    <message>
        <source>{done} of {whole} files</source>
        <translation>{done}/{whole} tệp</translation>
    </message>
    <message>
        <source>about {seconds} seconds left</source>
        <translation>còn khoảng {seconds} giây</translation>
    </message>
    <message>
        <source>about {minutes} minutes left</source>
        <translation>còn khoảng {minutes} phút</translation>
    </message>
</context>
<context>
    <name>_AnswerBox</name>
    <message>
        <source>Comment on: {question}</source>
        <translation>Góp ý cho: {question}</translation>
    </message>
    <message>
        <source>Comment (C)</source>
        <translation>Ghi ý kiến (C)</translation>
    </message>
</context>
<context>
    <name>_AskingDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Hủy</translation>
    </message>
</context>
<context>
    <name>_MoveDialog</name>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Chọn tệp</translation>
    </message>
    <message>
        <source>Choose the file first.</source>
        <translation>Hãy chọn tệp trước.</translation>
    </message>
</context>
<context>
    <name>_PlanDialog</name>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Ngày bắt đầu</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Ngày kết thúc</translation>
    </message>
</context>
</TS>

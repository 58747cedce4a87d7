using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace AdminOrders.Core.Storage.Export;

/// <summary>
/// The package of a workbook (ISO/IEC 29500-2), part after part into a zip that is never read back: no part is ever in memory. The library's own package
/// holds every part until the end.
/// </summary>
internal sealed class XlsxPackage : IDisposable
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Main = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    // However many sheets there will be: what is not named otherwise is one.
    private const string ContentTypes =
        $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="{Main}.worksheet+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Main}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Main}.styles+xml"/></Types>
        """;

    private readonly ZipArchive zip;
    private readonly List<string> sheets = [];
    private Stream? open;

    public XlsxPackage(IBufferWriter<byte> output)
    {
        zip = new(new BufferStream(output), ZipArchiveMode.Create);
        Write("[Content_Types].xml", ContentTypes);
        Write("_rels/.rels", RelationsTo([("officeDocument", "xl/workbook.xml")]));
        using var styles = Part("xl/styles.xml");
        styles.WriteElement(XlsxStyle.Sheet());
    }

    /// <summary>Begins a sheet, which is to be closed before anything else is written.</summary>
    public OpenXmlWriter BeginSheet(string name)
    {
        sheets.Add(name);
        return Part(string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{sheets.Count}.xml"));
    }

    /// <summary>Writes what names the sheets, and the end.</summary>
    public void End()
    {
        Write("xl/_rels/workbook.xml.rels", RelationsTo([.. sheets.Select((_, at) => ("worksheet", $"worksheets/sheet{at + 1}.xml")), ("styles", "styles.xml")]));
        using (var workbook = Part("xl/workbook.xml"))
        {
            workbook.WriteElement(new Workbook(
                new BookViews(new WorkbookView()),
                new Sheets(sheets.Select((name, at) => new Sheet { Name = name, SheetId = (uint)at + 1, Id = $"r{at + 1}" }))));
        }

        open?.Dispose();
        zip.Dispose();
    }

    // Who stops halfway leaves half a file, which nobody takes for a whole one.
    public void Dispose()
    {
    }

    private OpenXmlWriter Part(string name) => OpenXmlWriter.Create(Entry(name));

    private void Write(string name, string text)
    {
        using var part = new StreamWriter(Entry(name));
        part.Write(text);
    }

    // The library's writer leaves its stream open; one part is open at a time.
    private Stream Entry(string name)
    {
        open?.Dispose();
        return open = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
    }

    private static string RelationsTo(IReadOnlyList<(string Kind, string Target)> parts) =>
        $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Relationships xmlns="{PackageRelations}">{string.Concat(parts.Select((part, at) => $"<Relationship Id=\"r{at + 1}\" Type=\"{Relations}/{part.Kind}\" Target=\"{part.Target}\"/>"))}</Relationships>
        """;
}

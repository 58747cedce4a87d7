using System.Globalization;
using System.Net.Mail;
using AdminOrders.Core.Effects;

namespace AdminOrders.Core.Connectors;

/// <summary>
/// Writes mails as <c>.eml</c> files into a folder, one file for each delivery however often it is called: the file's name follows from the
/// delivery, and a mail that is there is whole.
/// </summary>
internal sealed class MailFolder(string folder, TimeProvider time)
{
    public async Task<Outcome> Send(MailMessage mail, string id, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, id + ".eml");
        if (File.Exists(file))
        {
            return Outcome.Delivered;
        }

        var workplace = Path.Combine(folder, ".writing", id);
        try
        {
            MakeFolder(folder);
            MakeAnew(workplace);
            var written = Path.Combine(workplace, id + ".eml");
            await File.WriteAllBytesAsync(written, MimeMail.Of(mail, time.GetUtcNow()), cancellationToken);
            Flush(written);
            File.Move(written, file, overwrite: true);
            Directory.Delete(workplace);
            return Outcome.Delivered;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Outcome.TryAgain(string.Create(CultureInfo.InvariantCulture, $"The mail folder cannot be written: {failure.Message}"));
        }
    }

    // Mails name customers: only their owner reads them.
    private static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    // An earlier call may have been cut off in it.
    private static void MakeAnew(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }

        Directory.CreateDirectory(path);
    }

    private static void Flush(string path)
    {
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Write);
        RandomAccess.FlushToDisk(handle);
    }
}
